import type { AwardKindView, AwardsView } from '@bangvang/contract/awards'
import { useState } from 'react'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { KindDialog } from './kind-dialog.tsx'
import { ProposalTable } from './proposal-table.tsx'
import { ProposeActs } from './propose-acts.tsx'
import { useAwardWords } from './use-awards.ts'
import { VoteDialog } from './vote-dialog.tsx'

type Props = { view: AwardsView; kind: AwardKindView; mayChange: boolean }

/** How many may hold it, who may be proposed, the vote it needs, and where that stands. */
function Rules({ view, kind }: Props) {
  const t = useWords()
  const { awardName, gradeName } = useAwardWords(view)
  const { threshold, quorum, minGrade, notWith, legalBasis } = kind
  const base = t(`awards.base.${threshold.of}`)
  return (
    <p className="q">
      {[
        t(`awards.rule.${threshold.test}`, { share: threshold.share, base }),
        quorum.counts === 'presentOrWritten' ? t('awards.rule.written') : '',
        minGrade === null ? '' : t('awards.rule.grade', { grade: gradeName(minGrade) }),
        notWith.length === 0 ? '' : t('awards.rule.notWith', { awards: notWith.map(awardName).join(', ') }),
        t('awards.rule.basis', { basis: legalBasis }),
      ]
        .filter(Boolean)
        .join(' ')}
    </p>
  )
}

/** Who may be proposed by the ranking as it stands, ties as ties, and who may not and why. */
function Suggestion({ view, kind }: Props) {
  const t = useWords()
  const { ranked, whyNot } = useAwardWords(view)
  const { proposed, tied, placesLeft, excluded, eligible } = kind.suggestion
  const listed = (units: readonly string[]) => units.map((unit) => ranked(kind, unit)).join(', ')
  return (
    <>
      {proposed.length === 0 ? null : <p>{t('awards.suggestion.proposed', { units: listed(proposed) })}</p>}
      {tied.length === 0 ? null : (
        <p className="notice">{t('awards.suggestion.tied', { n: placesLeft, units: listed(tied) })}</p>
      )}
      {eligible.length === 0 ? <p>{t('awards.suggestion.nobody')}</p> : null}
      {eligible.length > 0 && tied.length === 0 && placesLeft > 0 ? (
        <p>{t('awards.suggestion.left', { n: placesLeft })}</p>
      ) : null}
      {excluded.length === 0 ? null : (
        <details>
          <summary>{t('awards.suggestion.excluded', { n: excluded.length })}</summary>
          <ul className="award-out">
            {excluded.map((exclusion) => (
              <li key={exclusion.unit}>{whyNot(exclusion)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** One award: its rules, who may be proposed, who is, and what became of it. */
export function AwardBlock(props: Props) {
  const { view, kind, mayChange } = props
  const t = useWords()
  const format = useFormat()
  const [open, setOpen] = useState<'rules' | 'vote' | null>(null)
  const proposals = view.proposals.filter(({ kindCode }) => kindCode === kind.code)
  const unvoted = proposals.filter(({ status, ballot }) => status === 'proposed' && ballot === null)
  const award = format.text(kind.title)
  return (
    <article className="award">
      <h3>
        {award} <small className="q">{t('awards.quota', { n: kind.quota })}</small>
      </h3>
      <Rules {...props} />
      <Suggestion {...props} />
      {proposals.length === 0 ? null : <ProposalTable view={view} kind={kind} proposals={proposals} />}
      {mayChange ? (
        <div className="acts">
          <ProposeActs view={view} kind={kind} />
          {unvoted.length > 0 ? (
            <Button onClick={() => setOpen('vote')}>{t('awards.vote.act')}</Button>
          ) : null}
          {proposals.length === 0 ? (
            <Button
              kind="quiet"
              aria-label={t('awards.kind.label', { award })}
              onClick={() => setOpen('rules')}
            >
              {t('awards.kind.edit')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {open === 'rules' ? <KindDialog view={view} kind={kind} onClose={() => setOpen(null)} /> : null}
      {open === 'vote' ? (
        <VoteDialog view={view} kind={kind} proposals={unvoted} onClose={() => setOpen(null)} />
      ) : null}
    </article>
  )
}
