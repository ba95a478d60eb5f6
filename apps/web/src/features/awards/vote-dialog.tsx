import {
  type AwardKindView,
  type AwardProposalView,
  type AwardsView,
  awards,
} from '@bangvang/contract/awards'
import { ballots } from '@bangvang/contract/ballots'
import { meetings } from '@bangvang/contract/meetings'
import { awardQuestion } from '@bangvang/core/awards/award-kind'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { Link } from 'wouter'
import { call, read } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Refusal } from '../../ui/refusal.tsx'

type Props = {
  view: AwardsView
  kind: AwardKindView
  /** Those that are not put to a vote yet: one ballot asks about all of them. */
  proposals: readonly AwardProposalView[]
  onClose: () => void
}
type Place = { meetingId: string; itemId: string }

/** Prepares the vote on an item of a meeting and names it in each proposal. */
function usePutToVote({ view, kind, proposals }: Props) {
  const t = useWords()
  const format = useFormat()
  const cache = useQueryClient()
  return useMutation<void, Error, Place>({
    mutationFn: async ({ meetingId, itemId }) => {
      const { id: ballotId } = await call(ballots.prepare, {
        body: {
          meetingId,
          itemId,
          title: t('awards.vote.question', { award: format.text(kind.title) }),
          preset: null,
          legalBasis: kind.legalBasis,
          showsVotes: false,
          question: awardQuestion(
            kind,
            proposals.map(({ unitName }) => unitName),
          ),
        },
      })
      for (const { id: proposalId } of proposals)
        await call(awards.linkBallot, {
          params: { seasonId: view.seasonId, proposalId },
          body: { ballotId },
        })
    },
    onSettled: () =>
      Promise.all(
        ['seasons', 'ballots', 'meetings'].map((room) => cache.invalidateQueries({ queryKey: [room] })),
      ),
  })
}

function Items({ meetingId }: { meetingId: string }) {
  const t = useWords()
  const { data: meeting } = useSuspenseQuery(read(meetings.show, { params: { meetingId } }))
  return (
    <Field label={t('awards.vote.item')}>
      {(input) => (
        <select {...input} name="item" required>
          {meeting.agenda.map(({ id, position, title }) => (
            <option key={id} value={id}>
              {position}. {title}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function Form(props: Props) {
  const { view, proposals, onClose } = props
  const t = useWords()
  const format = useFormat()
  const put = usePutToVote(props)
  const { data } = useSuspenseQuery(read(meetings.list, { query: { seasonId: view.seasonId } }))
  const open = data.items.filter(({ status }) => status !== 'closed')
  const [chosen, setChosen] = useState(open.at(-1)?.id ?? '')
  if (open.length === 0)
    return (
      <>
        <p className="notice">{t('awards.vote.noMeeting')}</p>
        <Link href={`/seasons/${view.seasonId}/meetings`}>{t('awards.vote.toMeetings')}</Link>
      </>
    )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const itemId = String(new FormData(event.currentTarget).get('item') ?? '')
        if (!put.isPending && itemId !== '') put.mutate({ meetingId: chosen, itemId }, { onSuccess: onClose })
      }}
    >
      <p>{t('awards.vote.about', { units: proposals.map(({ unitName }) => unitName).join(', ') })}</p>
      <Field label={t('awards.vote.meeting')}>
        {(input) => (
          <select {...input} value={chosen} onChange={({ target }) => setChosen(target.value)}>
            {open.map(({ id, title, startsAt }) => (
              <option key={id} value={id}>
                {title}, {format.date(startsAt)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Suspense fallback={<Loading rows={1} />}>
        <Items key={chosen} meetingId={chosen} />
      </Suspense>
      <Refusal error={put.error} />
      <div className="acts">
        <Button kind="main" type="submit" isBusy={put.isPending}>
          {t('awards.vote.save')}
        </Button>
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
      </div>
    </form>
  )
}

/** Puts the proposals for an award to an open vote at a meeting. */
export function VoteDialog(props: Props) {
  const t = useWords()
  const format = useFormat()
  return (
    <Dialog title={t('awards.vote.title', { award: format.text(props.kind.title) })} onClose={props.onClose}>
      <Suspense fallback={<Loading rows={3} />}>
        <Form {...props} />
      </Suspense>
    </Dialog>
  )
}
