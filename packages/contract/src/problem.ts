import { z } from 'zod'

// What the client says by itself stands apart, so that a browser need not carry the whole catalogue.
/** Refused before it was sent. */
export const invalidRequest = { status: 422, title: 'The request does not match its schema' } as const
/** What answered was not the product. */
export const unavailable = { status: 503, title: 'Not available right now' } as const

/** Every refusal there is: its status and its unvarying title. People read the words kept under the same code. */
export const problems = {
  'invalid-request': invalidRequest,
  'not-signed-in': { status: 401, title: 'Sign in first' },
  'not-allowed': { status: 403, title: 'Your role does not allow this' },
  'not-found': { status: 404, title: 'Not there, or not yours to know' },
  'too-large': { status: 413, title: 'The request is too large' },
  'unsupported-media-type': { status: 415, title: 'This kind of content is not taken' },
  'too-many-requests': { status: 429, title: 'Too many requests; wait and try again' },
  'bad-request': { status: 400, title: 'The request could not be read' },
  unavailable,
  unexpected: { status: 500, title: 'Something went wrong on our side' },
  'foreign-origin': { status: 403, title: 'The request came from another site' },
  // people
  'wrong-credentials': { status: 401, title: 'E-mail or password is not right' },
  'sign-in-delayed': { status: 429, title: 'Too many failed sign-ins; wait before the next one' },
  'wrong-password': { status: 422, title: 'The present password is not right' },
  'weak-password': { status: 422, title: 'The new password is too easy to guess' },
  'email-taken': { status: 409, title: 'Another account has this e-mail' },
  'person-changed': { status: 409, title: 'Someone changed this account meanwhile' },
  'mandate-not-in-force': { status: 409, title: 'This mandate is not in force' },
  'mandate-overlaps': { status: 409, title: 'The same mandate exists already' },
  'unit-not-in-season': { status: 422, title: 'This unit is not a member in that season' },
  // units and seasons
  'unit-exists': { status: 409, title: 'A unit has this code already' },
  'unit-ended': { status: 409, title: 'The unit has ended already' },
  'cluster-exists': { status: 409, title: 'A cluster has this code already' },
  'unknown-unit': { status: 422, title: 'No such unit, or not in that year' },
  'season-exists': { status: 409, title: 'The cluster has a season of that year already' },
  'season-running': { status: 409, title: 'The season is past the phase where this may change' },
  'phase-not-next': { status: 409, title: 'The season is not in the phase before that one' },
  'criteria-not-adopted': { status: 409, title: 'The season has no adopted criteria' },
  'ranking-not-finalized': { status: 409, title: 'A season is finalized by finalizing its ranking' },
  'deadline-without-reason': { status: 422, title: 'A deadline moved needs a reason' },
  'criteria-contradict': { status: 422, title: 'The criteria document contradicts itself' },
  'criteria-taken': { status: 409, title: 'The season has this version, or a newer one, already' },
  'unknown-version': { status: 422, title: 'No adopted version of this cluster and year' },
  'no-year-to-compare': {
    status: 409,
    title: 'No earlier year of the cluster can be scored for this mandate',
  },
  'correction-read': { status: 409, title: 'The unit has read this correction already' },
  'unreadable-criteria': { status: 422, title: 'The file is neither criteria in JSON nor our workbook' },
  // assessments
  'season-closed': { status: 409, title: 'The season does not take this now' },
  'season-finalized': { status: 409, title: 'The season is finalized; its scores cannot change' },
  'assessment-locked': { status: 409, title: 'The assessment is not open to changes' },
  'assessment-not-awaiting': { status: 409, title: 'The assessment does not wait for a sign-off' },
  'assessment-not-submitted': { status: 409, title: 'Only a submitted assessment can be returned' },
  'answer-changed': { status: 409, title: 'Someone changed this answer meanwhile' },
  'answer-invalid': { status: 422, title: 'An answer does not fit its criterion' },
  'unknown-criterion': { status: 422, title: 'No such criterion' },
  'unreadable-workbook': { status: 422, title: 'The file is not a workbook we can read' },
  'evidence-kind': { status: 422, title: 'This kind of file is not taken' },
  'evidence-in-use': { status: 409, title: 'The file belongs to a submission and stays' },
  // appraisals, rankings, drafts
  'own-unit': { status: 403, title: 'Nobody appraises their own unit' },
  'appraisal-changed': { status: 409, title: 'Someone decided on this cell meanwhile' },
  'gate-changed': { status: 409, title: 'Someone decided on this gate meanwhile' },
  'unknown-gate': { status: 422, title: 'No such gate' },
  'season-not-in-deliberation': { status: 409, title: 'A ranking is finalized in deliberation' },
  'ranking-changed': { status: 409, title: 'The ranking changed since it was shown' },
  'comments-unanswered': { status: 409, title: 'Some comments have no answer yet' },
  'assessments-unsettled': { status: 409, title: 'Some units are still revising' },
  'comment-answered': { status: 409, title: 'The comment has an answer already' },
  'comment-empty': { status: 422, title: 'A comment says something or suggests words' },
  'comment-state': { status: 409, title: 'The thread is in that state already' },
  'thread-not-yours': {
    status: 403,
    title: 'A thread is closed by who began it, the secretary or the chair',
  },
  'draft-adopted': { status: 409, title: 'The draft is adopted; it cannot change' },
  'draft-changed': { status: 409, title: 'The draft changed since it was shown' },
  'draft-invalid': { status: 422, title: 'The draft cannot hold this' },
  'draft-kind': { status: 422, title: 'This kind of draft does not take this' },
  'draft-not-out': { status: 409, title: 'The draft is not under consultation' },
  'node-changed': { status: 409, title: 'Someone changed this part meanwhile' },
  'anchor-unfit': { status: 409, title: 'The words it is about are not there' },
  'no-suggestion': { status: 422, title: 'The comment suggests no words' },
  'not-asked': { status: 409, title: 'This mandate was not asked' },
  'already-answered': { status: 409, title: 'This mandate has answered already' },
  'unknown-mandate': { status: 422, title: 'No such mandate, or not one to ask' },
  'deadline-past': { status: 422, title: 'The deadline lies in the past' },
  'unreadable-document': { status: 422, title: 'The file is not a Word document we can read' },
  // meetings and votes
  'meeting-state': { status: 409, title: 'The meeting is not in the state for this' },
  'meeting-changed': { status: 409, title: 'Someone changed the meeting meanwhile' },
  'not-meeting-officer': { status: 403, title: 'Only the chair or the secretary of the meeting may do this' },
  'item-changed': { status: 409, title: 'Someone changed this item meanwhile' },
  'item-in-use': { status: 409, title: 'Something was said or voted on this item' },
  'unknown-item': { status: 422, title: 'No such item on the agenda' },
  'unknown-file': { status: 422, title: 'No such file of the meeting' },
  'file-in-use': { status: 409, title: 'Something names this file, so it stays' },
  'attendance-changed': { status: 409, title: 'Someone noted the attendance of this unit meanwhile' },
  'already-asked': { status: 409, title: 'This speaker is on the list already' },
  'speech-state': { status: 409, title: 'The request to speak is not in the state for this' },
  'contribution-changed': { status: 409, title: 'Someone changed this contribution meanwhile' },
  'task-changed': { status: 409, title: 'Someone changed this task meanwhile' },
  'ballot-state': { status: 409, title: 'The vote is not in the state for this' },
  'ballot-changed': { status: 409, title: 'Someone changed the vote meanwhile' },
  'ballot-open': { status: 409, title: 'A vote is still open' },
  'question-invalid': { status: 422, title: 'The question contradicts itself' },
  'no-quorum': { status: 409, title: 'Too few are there to vote' },
  'already-voted': { status: 409, title: 'This unit has voted already' },
  'unit-not-present': { status: 409, title: 'This unit is not there' },
  'unit-present': { status: 409, title: 'This unit is there and votes itself' },
  'vote-invalid': { status: 422, title: 'The vote does not fit the question' },
  'no-next-round': { status: 409, title: 'Nothing is left for another round' },
  'chair-does-not-decide': { status: 409, title: 'The rules leave nothing to the chair here' },
  'minutes-state': { status: 409, title: 'The minutes are not in the state for this' },
  'minutes-changed': { status: 409, title: 'The minutes changed since they were shown' },
  'paragraph-changed': { status: 409, title: 'Someone changed this paragraph meanwhile' },
  'already-signed': { status: 409, title: 'This part has signed already' },
  'not-pdf': { status: 422, title: 'Only PDF is taken here' },
  // the pact
  'pact-closed': { status: 409, title: 'The pact is closed, or its season has opened' },
  'registration-signed': { status: 409, title: 'The registration is signed' },
  'registration-not-signed': { status: 409, title: 'The registration is not signed' },
  'registration-changed': { status: 409, title: 'The registration changed since it was shown' },
  'registration-empty': { status: 409, title: 'Nothing is registered yet' },
  'registration-invalid': { status: 409, title: 'The criteria in force do not take some targets' },
  'pact-unsigned': { status: 409, title: 'Other units have not signed than those named' },
  'target-invalid': { status: 422, title: 'The target does not fit its criterion' },
  'target-changed': { status: 409, title: 'Someone changed this target meanwhile' },
  'target-not-registered': { status: 409, title: 'No target is registered for this criterion' },
  'target-unchanged': { status: 409, title: 'The target is the registered one' },
  'target-unexplained': { status: 409, title: 'A changed target has no reason yet' },
  'movement-changed': { status: 409, title: 'Someone changed this movement meanwhile' },
  'too-many-movements': { status: 409, title: 'A unit registers at most 50 movements' },
  // laws
  'law-exists': { status: 409, title: 'A document of this number and issuer is on the shelf already' },
  'law-invalid': { status: 422, title: 'The document contradicts itself or the shelf' },
  'law-changed': { status: 409, title: 'Someone changed this document meanwhile' },
  'law-file-kind': { status: 422, title: 'Only PDF and Word are taken' },
  // papers
  'paper-format': { status: 422, title: 'This paper is not made in that format' },
  'paper-not-final': { status: 409, title: 'What the paper tells is not final yet' },
  'paper-not-issuable': { status: 409, title: 'This paper is numbered elsewhere' },
  'paper-issued': { status: 409, title: 'The paper was issued meanwhile' },
  'paper-published': { status: 409, title: 'The paper is published already' },
  'paper-not-published': { status: 409, title: 'The paper is not published' },
  // awards
  'awards-closed': { status: 409, title: 'The season takes no awards now' },
  'award-invalid': { status: 422, title: 'The award contradicts itself' },
  'award-changed': { status: 409, title: 'Someone changed this award meanwhile' },
  'award-in-use': { status: 409, title: 'Units are proposed for this award' },
  'unknown-award': { status: 422, title: 'No such award' },
  'unit-not-eligible': { status: 409, title: 'This unit may not be proposed for this award' },
  'award-order-unexplained': { status: 422, title: 'Another unit stands before this one; say why' },
  'already-proposed': { status: 409, title: 'This unit is proposed for this award already' },
  'ballot-unfit': { status: 409, title: 'That vote is not about this proposal' },
  'award-decided': { status: 409, title: 'What became of this proposal is recorded already' },
  'award-undecided': { status: 409, title: 'The vote has decided nothing yet' },
  'award-contradicts': { status: 409, title: 'The vote says otherwise' },
  'award-note-missing': { status: 422, title: 'Say where the vote stands' },
  'award-quota': { status: 409, title: 'As many units hold this award as may' },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemCode = keyof typeof problems

/** RFC 9457. `errors` names each fault by JSON pointer (#/answer/target) and a code; `current` is what stands now, after a lost race. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  instance: z.string().optional(),
  detail: z.string().optional(),
  errors: z
    .array(z.object({ pointer: z.string(), code: z.string(), detail: z.string().optional() }))
    .optional(),
  retryAfter: z.number().optional(),
  current: z.unknown().optional(),
})
export type Problem = z.infer<typeof Problem>
export type FieldError = NonNullable<Problem['errors']>[number]

/** The code of a problem: the last part of its type; 'unexpected' where the type is not one of ours. */
export function problemCode({ type }: Pick<Problem, 'type'>): ProblemCode {
  return (/^\/problems\/([a-z-]{1,60})$/.exec(type)?.[1] ?? 'unexpected') as ProblemCode
}

/** zod's issues as field errors: pointer, and the issue's own code. */
export function fieldErrors(issues: readonly z.core.$ZodIssue[], root = ''): FieldError[] {
  return issues.map((issue) => ({
    pointer: `#${[root, ...issue.path.map(String)]
      .filter((part) => part !== '')
      .map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`)
      .join('')}`,
    code: issue.code,
    detail: issue.message,
  }))
}
