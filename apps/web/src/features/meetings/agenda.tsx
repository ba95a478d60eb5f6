import { type AgendaItemView, meetings } from '@bangvang/contract/meetings'
import { proceedings } from '@bangvang/contract/proceedings'
import { ArrowDown, ArrowUp, Check, Trash2 } from 'lucide-react'
import { Suspense, useState } from 'react'
import type { z } from 'zod'
import { useWrite } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { Tag } from '../../ui/tag.tsx'
import { ItemDialog } from './item-dialog.tsx'
import type { Room } from './meeting-page.tsx'
import { PaperLinks } from './paper-links.tsx'
import type { VotesOf } from './routes.tsx'

type Item = z.infer<typeof AgendaItemView>

function ItemActs({ room: { meeting, going }, item }: { room: Room; item: Item }) {
  const t = useWords()
  const [isEditing, setEditing] = useState(false)
  const move = useWrite(meetings.moveItem)
  const remove = useWrite(meetings.removeItem)
  const setCurrent = useWrite(proceedings.setCurrent)
  if (!meeting.may.run || meeting.status === 'closed') return null
  const params = { meetingId: meeting.id, itemId: item.id }
  const n = item.position
  const isCurrent = going.currentItemId === item.id
  const goTo = (itemId: string | null) =>
    setCurrent.mutate({ params: { meetingId: meeting.id }, body: { itemId } })
  return (
    <div className="item-acts no-print">
      {meeting.status === 'running' ? (
        <Button
          isSmall
          kind={isCurrent ? 'plain' : 'main'}
          isBusy={setCurrent.isPending}
          onClick={() => goTo(isCurrent ? null : item.id)}
        >
          {t(isCurrent ? 'meetings.agenda.leave' : 'meetings.agenda.go')}
        </Button>
      ) : null}
      <Button isSmall onClick={() => setEditing(true)} aria-label={t('meetings.agenda.edit', { n })}>
        {t('meetings.agenda.editAct')}
      </Button>
      <button
        type="button"
        className="tool"
        aria-label={t('meetings.agenda.up', { n })}
        disabled={n === 1}
        onClick={() => move.mutate({ params, body: { position: n - 1 } })}
      >
        <Icon of={ArrowUp} />
      </button>
      <button
        type="button"
        className="tool"
        aria-label={t('meetings.agenda.down', { n })}
        disabled={n === meeting.agenda.length}
        onClick={() => move.mutate({ params, body: { position: n + 1 } })}
      >
        <Icon of={ArrowDown} />
      </button>
      <button
        type="button"
        className="tool"
        aria-label={t('meetings.agenda.remove', { n })}
        onClick={() => remove.mutate({ params })}
      >
        <Icon of={Trash2} />
      </button>
      <Refusal error={move.error ?? remove.error ?? setCurrent.error} />
      {isEditing ? <ItemDialog meeting={meeting} item={item} onClose={() => setEditing(false)} /> : null}
    </div>
  )
}

function ItemLine({ room, item, votesOf }: { room: Room; item: Item; votesOf: VotesOf }) {
  const t = useWords()
  const format = useFormat()
  const isCurrent = room.going.currentItemId === item.id
  const { endedAt, minutes } = item
  return (
    <li className={isCurrent ? 'now' : ''} aria-current={isCurrent ? 'step' : undefined}>
      <div className="item-head">
        <span className="item-number">{item.position}</span>
        <div>
          <h3>{item.title}</h3>
          <p className="q">
            {[
              t(`meetings.agenda.kinds.${item.kind}`),
              minutes === null ? null : t('meetings.agenda.minutes', { n: minutes }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <PaperLinks meeting={room.meeting} papers={item.papers} />
        </div>
        {isCurrent ? (
          <Tag icon={Check} tone="pen">
            {t('meetings.agenda.current')}
          </Tag>
        ) : endedAt === null ? null : (
          <Tag icon={Check} tone="ok">
            {t('meetings.agenda.done', { at: format.time(endedAt) })}
          </Tag>
        )}
      </div>
      <ItemActs room={room} item={item} />
      <Suspense fallback={<Loading rows={1} />}>
        {votesOf({ meeting: room.meeting, itemId: item.id })}
      </Suspense>
    </li>
  )
}

/** The agenda in its order, the current item marked, each with its papers and votes. */
export function Agenda({ room, votesOf }: { room: Room; votesOf: VotesOf }) {
  const t = useWords()
  const [isAdding, setAdding] = useState(false)
  const { meeting } = room
  return (
    <section className="meeting-part">
      <h2>{t('meetings.agenda.title')}</h2>
      {meeting.agenda.length === 0 ? <Empty>{t('meetings.agenda.none')}</Empty> : null}
      <ol className="meeting-agenda">
        {meeting.agenda.map((item) => (
          <ItemLine key={item.id} room={room} item={item} votesOf={votesOf} />
        ))}
      </ol>
      {meeting.may.run && meeting.status !== 'closed' ? (
        <Button onClick={() => setAdding(true)}>{t('meetings.agenda.add')}</Button>
      ) : null}
      {isAdding ? <ItemDialog meeting={meeting} item={null} onClose={() => setAdding(false)} /> : null}
    </section>
  )
}
