import { describe, expect, test } from 'vitest'
import { type AdoptFacts, answersOf, checkComplete, isLate, mayAdoptDraft } from './consult.ts'

const at = (day: number) => new Date(Date.UTC(2021, 0, day))

describe('a consultation', () => {
  test('is answered by a comment since it was sent out, or by saying there is none', () => {
    const answers = answersOf({
      sentAt: at(10),
      invitees: ['BNI', 'HDU', 'QNI', 'NBI', 'TBI'].map((mandateId) => ({ mandateId })),
      comments: [
        { byMandateId: 'BNI', at: at(12) },
        { byMandateId: 'BNI', at: at(11) },
        { byMandateId: 'QNI', at: at(9) },
        { byMandateId: 'NBI', at: at(10) },
        { byMandateId: 'someone else', at: at(11) },
        { byMandateId: null, at: at(11) },
      ],
      noComments: [
        { mandateId: 'HDU', at: at(13) },
        { mandateId: 'BNI', at: at(10) },
      ],
    })
    expect(answers).toEqual([
      { mandateId: 'BNI', state: 'commented', at: at(11) },
      { mandateId: 'HDU', state: 'noComment', at: at(13) },
      { mandateId: 'QNI', state: 'waiting', at: null },
      { mandateId: 'NBI', state: 'commented', at: at(10) },
      { mandateId: 'TBI', state: 'waiting', at: null },
    ])
  })

  test('takes what comes after its deadline, marked; at the deadline is in time', () => {
    expect([at(14), at(15), at(16)].map((moment) => isLate(moment, at(15)))).toEqual([false, false, true])
    expect(isLate(at(16), null)).toBe(false)
  })
})

describe('a draft is adopted', () => {
  const facts: AdoptFacts = {
    draft: { kind: 'criteria', status: 'consultation' },
    revision: 7,
    seenRevision: 7,
    unansweredCommentIds: [],
    shapeFaults: [],
    criteriaFaults: [],
  }
  const fault = { nodeId: 'a', field: 'code', code: 'bad_code' }
  const refused = (changes: Partial<AdoptFacts>) => {
    const decision = mayAdoptDraft({ ...facts, ...changes })
    return decision.ok ? null : decision.refusal
  }

  test('as it was seen, with every comment answered and no fault left', () => {
    expect(mayAdoptDraft(facts)).toEqual({ ok: true })
    for (const kind of ['regulation', 'plan', 'pact'] as const) {
      expect(mayAdoptDraft({ ...facts, draft: { kind, status: 'draft' } })).toEqual({ ok: true })
    }
  })

  test('not twice, and neither are minutes nor a ranking', () => {
    expect(refused({ draft: { kind: 'criteria', status: 'adopted' } })).toEqual({ reason: 'draft-adopted' })
    expect(refused({ draft: { kind: 'criteria', status: 'superseded' } })).toEqual({
      reason: 'draft-adopted',
    })
    expect(refused({ draft: { kind: 'minutes', status: 'consultation' } })).toEqual({ reason: 'draft-kind' })
    expect(refused({ draft: { kind: 'ranking', status: 'consultation' } })).toEqual({ reason: 'draft-kind' })
  })

  test('not where it changed since, comments wait or faults are left, all of them named', () => {
    expect(refused({ seenRevision: 6 })).toEqual({ reason: 'draft-changed' })
    expect(refused({ unansweredCommentIds: ['c1', 'c2'], criteriaFaults: [fault] })).toEqual({
      reason: 'comments-unanswered',
      commentIds: ['c1', 'c2'],
    })
    expect(refused({ shapeFaults: [fault], criteriaFaults: [fault] })).toEqual({
      reason: 'draft-invalid',
      faults: [fault],
    })
    expect(refused({ criteriaFaults: [fault, fault] })).toEqual({
      reason: 'criteria-contradict',
      faults: [fault, fault],
    })
  })

  test('not where it, or a part of its text, says nothing', () => {
    expect(checkComplete([])).toEqual([{ nodeId: null, field: null, code: 'empty' }])
    const nodes = ['Điều 1', ' \n', ''].map((text, index) => ({ id: `n${index}`, content: { text } }))
    expect(checkComplete([...nodes, { id: 'k', content: { code: 'T' } }])).toEqual([
      { nodeId: 'n1', field: 'text', code: 'empty' },
      { nodeId: 'n2', field: 'text', code: 'empty' },
    ])
  })
})
