import type { JournalEntryView } from '@bangvang/contract/audit'
import { roles } from '@bangvang/core/people/actor'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Scroll } from '../../ui/scroll.tsx'
import { changesOf } from './changes.ts'
import { useActWords } from './use-act-words.ts'

function Changes({ entry }: { entry: JournalEntryView }) {
  const t = useWords()
  const changes = changesOf(entry.before, entry.after)
  if (changes.length === 0) return <p className="q">{t('audit.same')}</p>
  return (
    <Scroll label={t('audit.change')}>
      <table className="table change">
        <thead>
          <tr>
            <th scope="col">{t('audit.field')}</th>
            <th scope="col">{t('audit.before')}</th>
            <th scope="col">{t('audit.after')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ path, before, after }) => (
            <tr key={path}>
              <td className="q">{path}</td>
              <td>
                {before === null ? <span className="q">{t('audit.nothing')}</span> : <del>{before}</del>}
              </td>
              <td>{after === null ? <span className="q">{t('audit.nothing')}</span> : <ins>{after}</ins>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

/** One act: who, under which mandate, what, about what, when; before, after and hash on demand. */
export function Entry({ entry }: { entry: JournalEntryView }) {
  const t = useWords()
  const format = useFormat()
  const act = useActWords()
  const role = roles.find((one) => one === entry.role)
  const mandate = [role === undefined ? null : t(`shell.role.${role}`), entry.unitId]
    .filter(Boolean)
    .join(', ')
  return (
    <li>
      <div className="entry-head">
        <span className="q">{format.whole(entry.number)}</span>
        <time dateTime={entry.at.toISOString()}>{format.dateTime(entry.at)}</time>
        <span>
          {entry.actorName === '' ? t('audit.stranger') : entry.actorName}{' '}
          {mandate === '' ? null : <span className="q">({mandate})</span>}
        </span>
        <span>
          <b>{act(entry.what)}</b>{' '}
          <span className="q">
            {entry.aboutId}
            {entry.chain === 'installation' ? '' : ` · ${entry.chain}`}
          </span>
        </span>
      </div>
      <details>
        <summary aria-label={t('audit.open', { n: entry.number })}>{t('audit.details')}</summary>
        <Changes entry={entry} />
        <p className="sm q">
          {t('audit.hash')}: <span className="hash">{entry.hash}</span>
        </p>
      </details>
    </li>
  )
}
