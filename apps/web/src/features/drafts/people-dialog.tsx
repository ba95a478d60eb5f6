import type { DraftView } from '@bangvang/contract/drafts'
import { Check, Circle, MessageSquare } from 'lucide-react'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Tag } from '../../ui/tag.tsx'

const looks = {
  waiting: [Circle, 'warn'],
  commented: [MessageSquare, 'ok'],
  noComment: [Check, 'ok'],
} as const

/** Who was asked and who has answered how; those who have not stand first. */
export function PeopleDialog({ draft, onClose }: { draft: DraftView; onClose: () => void }) {
  const t = useWords()
  const format = useFormat()
  const { consultation } = draft
  if (consultation === null) return null
  const { byName: name, sentAt, message, invitees } = consultation
  const waitingFirst = [...invitees].sort(
    (a, b) => Number(a.state !== 'waiting') - Number(b.state !== 'waiting'),
  )
  return (
    <Dialog title={t('draft-acts.people.title')} onClose={onClose}>
      <p className="q">{t('draft-acts.people.sent', { name, at: format.dateTime(sentAt) })}</p>
      {message === '' ? null : <p className="said">{message}</p>}
      <ul className="plain-list">
        {waitingFirst.map(({ mandateId, name: invited, role, unitName, state, at }) => (
          <li key={mandateId}>
            <b>{invited}</b>
            <span className="q">
              {t(`shell.role.${role}`)}
              {unitName === null ? '' : ` ${unitName}`}
            </span>
            <Tag icon={looks[state][0]} tone={looks[state][1]}>
              {t(`draft-acts.people.${state}`)}
            </Tag>
            {at === null ? null : <time className="sm q">{format.dateTime(at)}</time>}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
