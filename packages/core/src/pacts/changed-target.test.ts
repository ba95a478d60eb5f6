import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changedTarget, changedTargets, isSameTarget, reasonFor } from './changed-target.ts'

const registered = { criterionCode: 'A1', target: '7.5', note: '' }

describe('a target changed since it was registered', () => {
  test.each([
    [null, null],
    [{ target: '7.50', actual: '8' }, null],
    [
      { target: '7', actual: '8' },
      { criterionCode: 'A1', registered: '7.5', target: '7' },
    ],
    [{ notApplicable: true }, { criterionCode: 'A1', registered: '7.5', target: null }],
  ] as const)('in %j is %j', (answer, changed) => {
    expect(changedTarget(registered, answer)).toEqual(changed)
  })

  test('all are named in the order they were registered; what is not answered is not changed', () => {
    const all = ['A2', 'constructor', 'A1'].map((criterionCode) => ({ ...registered, criterionCode }))
    const answers = { A1: { target: '1', actual: '1' }, A2: { target: '2', actual: '1' } }
    expect(changedTargets(all, answers).map(({ criterionCode }) => criterionCode)).toEqual(['A2', 'A1'])
  })

  test('its reason is the last one said of that very target', () => {
    const reasons = [
      { target: '7', reason: 'cũ' },
      { target: '7.0', reason: 'mới' },
      { target: null, reason: 'không được giao' },
    ]
    expect(reasonFor({ target: '7' }, reasons)?.reason).toBe('mới')
    expect(reasonFor({ target: null }, reasons)?.reason).toBe('không được giao')
    expect(reasonFor({ target: '6' }, reasons)).toBeUndefined()
  })

  test('a number is the same however many zeros end it', () => {
    const whole = fc.integer({ min: -1_000_000, max: 1_000_000 })
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        expect(isSameTarget(String(a), `${b}.00`)).toBe(a === b)
      }),
    )
  })
})
