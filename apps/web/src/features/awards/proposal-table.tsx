import type { AwardKindView, AwardProposalView, AwardsView } from '@bangvang/contract/awards'
import { mayDecideAwards, mayProposeAwards } from '@bangvang/core/awards/policy'
import { Check, CircleDashed, type LucideIcon, Undo2, X } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { useActor } from '../../lib/actor.tsx'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'
import { OutcomeDialog } from './outcome-dialog.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'

const LOOKS: Record<AwardProposalView['status'], { icon: LucideIcon; tone: Tone }> = {
  proposed: { icon: CircleDashed, tone: 'pen' },
  passed: { icon: Check, tone: 'gold' },
  notPassed: { icon: X, tone: 'q' },
  withdrawn: { icon: Undo2, tone: 'q' },
}
type Facts = { view: AwardsView; kind: AwardKindView }

function Standing({ proposal }: { proposal: AwardProposalView }) {
  const t = useWords()
  const format = useFormat()
  const { rank, total, sha256 } = proposal.standing
  return (
    <td>
      {rank === null
        ? t('awards.proposals.noRank')
        : t('awards.proposals.rank', { rank, total: format.points(total) })}
      <br />
      <small className="q">
        {t(sha256 === null ? 'awards.proposals.ofDraft' : 'awards.proposals.ofFinal')}
      </small>
    </td>
  )
}

function Vote({ seasonId, ballot }: { seasonId: string; ballot: AwardProposalView['ballot'] }) {
  const t = useWords()
  if (ballot === null) return <td className="q">{t('awards.proposals.noVote')}</td>
  const { verdict, votes, of, meetingId } = ballot
  return (
    <td>
      {t(`awards.verdict.${verdict}`)}
      {votes === null || of === null ? null : `, ${t('awards.proposals.votes', { votes, of })}`}
      <br />
      <Link href={`/seasons/${seasonId}/meetings/${meetingId}`}>{t('awards.proposals.open')}</Link>
    </td>
  )
}

function Outcome({ proposal }: { proposal: AwardProposalView }) {
  const t = useWords()
  const format = useFormat()
  const { status, outcome } = proposal
  return (
    <td>
      <Tag {...LOOKS[status]}>{t(`awards.status.${status}`)}</Tag>
      {outcome === null ? null : (
        <>
          {outcome.note === '' ? null : <p className="why">{outcome.note}</p>}
          <small className="q">
            {t('awards.proposals.by', { name: outcome.byName, at: format.dateTime(outcome.at) })}
          </small>
        </>
      )}
    </td>
  )
}

function Acts({ view, kind, proposal }: Facts & { proposal: AwardProposalView }) {
  const t = useWords()
  const actor = useActor()
  const [open, setOpen] = useState<'outcome' | 'withdraw' | null>(null)
  const season = { id: view.seasonId }
  const { unitName: unit, status } = proposal
  if (!view.isOpen || status !== 'proposed' || !mayProposeAwards(actor, season)) return <td />
  const close = () => setOpen(null)
  return (
    <td>
      <div className="acts">
        {mayDecideAwards(actor, season) ? (
          <Button isSmall aria-label={t('awards.decide.label', { unit })} onClick={() => setOpen('outcome')}>
            {t('awards.decide.act')}
          </Button>
        ) : null}
        <Button
          isSmall
          kind="quiet"
          aria-label={t('awards.withdraw.label', { unit })}
          onClick={() => setOpen('withdraw')}
        >
          {t('awards.withdraw.act')}
        </Button>
      </div>
      {open === 'outcome' ? (
        <OutcomeDialog seasonId={view.seasonId} kind={kind} proposal={proposal} onClose={close} />
      ) : null}
      {open === 'withdraw' ? (
        <WithdrawDialog seasonId={view.seasonId} kind={kind} proposal={proposal} onClose={close} />
      ) : null}
    </td>
  )
}

/** The units proposed for an award: how they stood, the vote, what became of it. */
export function ProposalTable({ view, kind, proposals }: Facts & { proposals: AwardProposalView[] }) {
  const t = useWords()
  const format = useFormat()
  const caption = t('awards.proposals.caption', { award: format.text(kind.title) })
  const columns = ['unit', 'standing', 'vote', 'outcome', 'acts'] as const
  return (
    <Scroll label={caption}>
      <table className="table">
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`awards.proposals.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {proposals.map((proposal) => (
            <tr key={proposal.id}>
              <th scope="row">
                {proposal.unitName}
                {proposal.reason === '' ? null : (
                  <p className="why">{t('awards.proposals.reason', { reason: proposal.reason })}</p>
                )}
              </th>
              <Standing proposal={proposal} />
              <Vote seasonId={view.seasonId} ballot={proposal.ballot} />
              <Outcome proposal={proposal} />
              <Acts view={view} kind={kind} proposal={proposal} />
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
