import type { CommentView, DraftView } from '@bangvang/contract/drafts'
import { type CommentRow, commentTable } from '@bangvang/core/drafts/comment-table'
import { formatsOf } from '@bangvang/core/papers/paper'
import { Download, Printer } from 'lucide-react'
import { useMemo } from 'react'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Heading } from '../../ui/heading.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { useCitationWords } from './labels.ts'
import { paperAddress } from './paper-address.ts'
import { AnswerTag } from './tally.tsx'

type Props = {
  draft: DraftView
  comments: readonly CommentView[]
  units: readonly { id: string; name: string }[]
  onClose: () => void
}

function Row({ row, unitName }: { row: CommentRow; unitName: (unitId: string) => string }) {
  const t = useWords()
  const cited = useCitationWords()
  const { number, about, quoted, body, suggestion, byName, byUnitId, isLate, answer, reason } = row
  return (
    <tr>
      <td className="r">{number}</td>
      <td>{about === null ? t('draft-work.cite.whole') : cited(about)}</td>
      <td className="serif">{quoted}</td>
      <td>
        {body}
        {suggestion === null ? null : (
          <p className="serif">{t('draft-acts.table.suggestion', { words: suggestion })}</p>
        )}
      </td>
      <td>
        {byUnitId === null ? byName : `${unitName(byUnitId)} (${byName})`}{' '}
        {isLate ? <span className="q">{t('draft-acts.table.late')}</span> : null}
      </td>
      <td>
        <AnswerTag state={answer ?? 'unanswered'} />
        <p>{reason}</p>
      </td>
    </tr>
  )
}

/** Who answered "no comment" and who has not answered: it stands below the table, as on paper. */
function Silent({ draft }: { draft: DraftView }) {
  const t = useWords()
  const invitees = draft.consultation?.invitees ?? []
  const names = (state: 'noComment' | 'waiting') =>
    invitees
      .filter((one) => one.state === state)
      .map(({ name, unitName }) => (unitName === null ? name : `${unitName} (${name})`))
      .join(', ')
  return (
    <>
      {(['noComment', 'waiting'] as const).map((state) =>
        names(state) === '' ? null : (
          <p key={state}>{t(`draft-acts.table.${state}`, { names: names(state) })}</p>
        ),
      )}
    </>
  )
}

const columns = ['number', 'about', 'quoted', 'comment', 'by', 'answer'] as const

/** The table of comments received and explained (bảng tiếp thu, giải trình), fit to be printed. */
export function TableView({ draft, comments, units, onClose }: Props) {
  const t = useWords()
  const format = useFormat()
  const rows = useMemo(() => commentTable(draft.nodes, comments), [draft.nodes, comments])
  const unitName = (unitId: string) => units.find(({ id }) => id === unitId)?.name ?? unitId
  const title = t('draft-acts.table.title')
  return (
    <div className="reading wide comment-table">
      <div className="draft-head">
        <p className="kicker">{format.text(draft.clusterName)}</p>
        <Heading title={title} />
        <p className="serif">{draft.title}</p>
        <div className="acts">
          <Button kind="main" onClick={() => window.print()}>
            <Icon of={Printer} /> {t('draft-acts.table.print')}
          </Button>
          {formatsOf('comment-table').map((format) => (
            <a key={format} className="btn" download href={paperAddress(draft, 'comment-table', format)}>
              <Icon of={Download} /> {t(`draft-acts.paper.${format}`)}
            </a>
          ))}
          <Button onClick={onClose}>{t('draft-acts.table.close')}</Button>
        </div>
      </div>
      <section>
        {rows.length === 0 ? (
          <p>{t('draft-acts.table.none')}</p>
        ) : (
          <Scroll label={title}>
            <table className="table">
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column} scope="col">
                      {t(`draft-acts.table.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <Row key={row.number} row={row} unitName={unitName} />
                ))}
              </tbody>
            </table>
          </Scroll>
        )}
        <Silent draft={draft} />
      </section>
    </div>
  )
}
