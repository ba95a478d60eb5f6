import { type Actor, actsAs } from '../people/actor.ts'
import type { Task } from './list-tasks.ts'

/** A draft under consultation, as far as it concerns the actor. */
export type DraftTaskFacts = {
  id: string
  seasonId: string
  title: string
  deadline: Date | null
  /** Whether the actor's mandate was asked last, and whether it has answered. */
  asked: 'notAsked' | 'waiting' | 'answered'
  comments: { of: number; unanswered: number }
  /** The numbers of the open threads that call the actor by name and that they have not replied in since. */
  mentions: readonly number[]
}

/**
 * What an actor owes to drafts under consultation: their own answer by the deadline; the secretary an answer to each comment; whoever is
 * called by name a look at the thread (issue 3, point 4: who has not answered; mentions).
 */
export function listDraftTasks(actor: Actor, drafts: readonly DraftTaskFacts[]): Task[] {
  return drafts.flatMap((draft) => {
    const { id, title, seasonId, deadline, asked, comments, mentions } = draft
    const make = (part: Pick<Task, 'kind'> & Partial<Task>, comment: number | null = null): Task => ({
      seasonId,
      unitId: null,
      due: null,
      isDone: false,
      left: null,
      of: null,
      missing: [],
      draft: { id, title, comment },
      ...part,
    })
    const { of, unanswered } = comments
    const isKeeper = actsAs(actor, 'secretary') && actor.mandate?.seasonId === seasonId
    return [
      ...(asked === 'notAsked'
        ? []
        : [make({ kind: 'consult', due: deadline, isDone: asked === 'answered' })]),
      ...(isKeeper && of > 0
        ? [make({ kind: 'answerDraft', left: unanswered, of, isDone: unanswered === 0 })]
        : []),
      ...mentions.map((number) => make({ kind: 'mentioned' }, number)),
    ]
  })
}
