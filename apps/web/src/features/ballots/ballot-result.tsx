import { Check, CircleAlert, Scale, X } from 'lucide-react'
import { useWords } from '../../lib/words.ts'
import { Tag } from '../../ui/tag.tsx'
import { type Ballot, type Round, useQuestionWords } from './question-words.ts'

type Result = NonNullable<Round['result']>

function Outcome({ result }: { result: Result }) {
  const t = useWords()
  const { outcome, passed } = result
  if (outcome === 'decided' && passed !== null)
    return (
      <Tag icon={passed ? Check : X} tone={passed ? 'ok' : 'err'}>
        {t(passed ? 'ballots.result.passed' : 'ballots.result.failed')}
      </Tag>
    )
  const isDone = outcome === 'decided'
  return (
    <Tag icon={isDone ? Check : outcome === 'tie' ? Scale : CircleAlert} tone={isDone ? 'ok' : 'warn'}>
      {t(`ballots.result.${outcome}`)}
    </Tag>
  )
}

function Options({ round, result }: { round: Round; result: Result }) {
  const t = useWords()
  const { kind } = round.question
  return (
    <ul className="plain-list">
      {result.options.map(({ option, votes, against, abstained, passes }) => (
        <li key={option}>
          {kind === 'yesNo' ? null : <b>{option}</b>}
          <span>
            {kind === 'choose'
              ? t('ballots.result.marks', { votes })
              : t('ballots.result.votes', { votes, against, abstained })}
          </span>
          {kind !== 'yesNo' && passes ? (
            <Tag icon={Check} tone="ok">
              {t('ballots.result.passed')}
            </Tag>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

/** What one round decided, by how many votes and by which rule; a tie stays a tie. */
export function RoundResult({ ballot, round }: { ballot: Ballot; round: Round }) {
  const t = useWords()
  const words = useQuestionWords()
  const { result } = round
  if (result === null) return null
  const list = (names: readonly string[]) => names.join(', ')
  return (
    <div className="ballot-result">
      <Outcome result={result} />
      {result.elected.length > 0 ? (
        <p>{t('ballots.result.elected', { names: list(result.elected) })}</p>
      ) : null}
      {result.tied.length > 0 ? <p>{t('ballots.result.tied', { names: list(result.tied) })}</p> : null}
      <Options round={round} result={result} />
      <p className="q">
        {[
          t('ballots.result.counts', result.counts),
          words.needed(round.question, round.quorum),
          words.quorum(round.quorum),
          ...(ballot.legalBasis === '' ? [] : [t('ballots.result.basis', { basis: ballot.legalBasis })]),
        ]
          .map((sentence) => sentence.replace(/\.?$/, '.'))
          .join(' ')}
      </p>
      {result.next === null || ballot.chairDecision !== null || round !== ballot.rounds.at(-1) ? null : (
        <p>{t(`ballots.result.next.${result.next.kind}`, { names: list(result.next.options) })}</p>
      )}
    </div>
  )
}
