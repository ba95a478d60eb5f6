import type { DraftSummary } from '@bangvang/contract/drafts'
import { Archive, Clock, FilePen, MessagesSquare, Stamp } from 'lucide-react'
import { useNow } from '../../lib/actor.tsx'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Tag } from '../../ui/tag.tsx'

const looks = {
  draft: [FilePen, 'q'],
  consultation: [MessagesSquare, 'pen'],
  adopted: [Stamp, 'sealed'],
  superseded: [Archive, 'q'],
} as const

/** Where a draft is on its way to being adopted. */
export function StatusTag({ status }: { status: DraftSummary['status'] }) {
  const t = useWords()
  const [icon, tone] = looks[status]
  return (
    <Tag icon={icon} tone={tone}>
      {t(`draft-work.status.${status}`)}
    </Tag>
  )
}

const DAY = 86_400_000

/** How long a deadline is off, in words. */
export function useLeftWords(): (deadline: Date) => string {
  const t = useWords()
  const now = useNow()
  return (deadline) => {
    const left = deadline.getTime() - now.getTime()
    if (left < 0) return t('draft-work.list.past')
    const days = Math.floor(left / DAY)
    return days === 0 ? t('draft-work.list.today') : t('draft-work.list.left', { n: days })
  }
}

/** Until when comments are asked for, and how long that is off while it still matters. */
export function Deadline({ draft }: { draft: DraftSummary }) {
  const t = useWords()
  const format = useFormat()
  const left = useLeftWords()
  const now = useNow()
  const { deadline, status } = draft
  if (deadline === null) return <span className="q">{t('draft-work.list.noDeadline')}</span>
  return (
    <>
      {format.dateTime(deadline)}
      {status === 'consultation' ? (
        <>
          <br />
          <Tag icon={Clock} tone={deadline < now ? 'err' : 'warn'}>
            {left(deadline)}
          </Tag>
        </>
      ) : null}
    </>
  )
}
