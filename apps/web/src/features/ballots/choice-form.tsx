import type { Question } from '@bangvang/core/ballots/question'
import { useWords } from '../../lib/words.ts'
import type { Choice } from './question-words.ts'

type Props = {
  question: Question
  /** Null: nothing chosen yet. */
  choice: Choice | null
  onChoose: (choice: Choice) => void
  /** Names the group of inputs; unique on the page. */
  name: string
}

const says = ['yes', 'no', 'abstain'] as const

function YesNo({ choice, onChoose, name }: Props) {
  const t = useWords()
  return says.map((say) => (
    <label key={say} className="ballot-choice">
      <input type="radio" name={name} checked={choice === say} onChange={() => onChoose(say)} />
      <span>{t(`ballots.choice.${say}`)}</span>
    </label>
  ))
}

function Choose({
  options,
  most,
  choice,
  onChoose,
  name,
}: Props & { options: readonly string[]; most: number }) {
  const marked = Array.isArray(choice) ? choice : []
  const toggle = (option: string) =>
    onChoose(marked.includes(option) ? marked.filter((one) => one !== option) : [...marked, option])
  return options.map((option) => (
    <label key={option} className="ballot-choice">
      <input
        type="checkbox"
        name={name}
        checked={marked.includes(option)}
        disabled={!marked.includes(option) && marked.length >= most}
        onChange={() => toggle(option)}
      />
      <span>{option}</span>
    </label>
  ))
}

function Approve({ options, choice, onChoose, name }: Props & { options: readonly string[] }) {
  const t = useWords()
  const said = choice !== null && typeof choice === 'object' && !Array.isArray(choice) ? choice : {}
  const { yes, no } = { yes: t('ballots.choice.yes'), no: t('ballots.choice.no') }
  return options.map((option) => (
    <fieldset key={option} className="ballot-approve">
      <legend>{option}</legend>
      {(['yes', 'no'] as const).map((say) => (
        <label key={say} className="ballot-choice">
          <input
            type="radio"
            name={`${name}-${option}`}
            checked={said[option] === say}
            onChange={() => onChoose({ ...said, [option]: say })}
          />
          <span>{say === 'yes' ? yes : no}</span>
        </label>
      ))}
    </fieldset>
  ))
}

/** The targets one presses to vote: large, usable blind and by keyboard (screens.md 8). */
export function ChoiceForm(props: Props) {
  const { question } = props
  switch (question.kind) {
    case 'yesNo':
      return <YesNo {...props} />
    case 'choose':
      return <Choose {...props} options={question.options} most={question.maxChoices} />
    case 'approve':
      return <Approve {...props} options={question.options} />
  }
}
