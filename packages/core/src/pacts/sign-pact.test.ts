import { expect, test } from 'vitest'
import type { CriteriaDocument } from '../criteria/document.ts'
import { isSignatureInForce, type SignFacts, signPact } from './sign-pact.ts'

const document = { sections: [] } as unknown as CriteriaDocument
const facts = (changes: Partial<SignFacts>): SignFacts => ({
  status: 'draft',
  revision: 4,
  seenRevision: 4,
  document,
  targets: [],
  movements: [{ title: 'Chung sức xây dựng nông thôn mới', content: '' }],
  ...changes,
})

test('a leader signs what was shown', () => {
  expect(signPact(facts({}))).toEqual({ ok: true })
})

test.each([
  [{ status: 'signed' }, { reason: 'registration-signed' }],
  [{ seenRevision: 3 }, { reason: 'registration-changed' }],
  [{ movements: [] }, { reason: 'registration-empty' }],
  [
    { targets: [{ criterionCode: 'A1', target: '1', note: '' }] },
    { reason: 'registration-invalid', faults: [{ criterionCode: 'A1', code: 'unknown_criterion' }] },
  ],
] as const)('with %j nothing is signed', (changes, refusal) => {
  expect(signPact(facts(changes as Partial<SignFacts>))).toEqual({ ok: false, refusal })
})

test('a signature holds while it is not taken back and the criteria are those it was made by', () => {
  const signature = { criteriaSha256: 'aa' }
  expect(isSignatureInForce({ status: 'signed', signature }, 'aa')).toBe(true)
  expect(isSignatureInForce({ status: 'draft', signature }, 'aa')).toBe(false)
  expect(isSignatureInForce({ status: 'signed', signature }, 'bb')).toBe(false)
  expect(isSignatureInForce({ status: 'signed', signature: null }, 'aa')).toBe(false)
})
