import { describe, expect, test } from 'vitest'
import { effectiveSubmission, type UnitLayers } from './effective.ts'

const layers = (changes: Partial<UnitLayers>): UnitLayers => ({
  unit: 'HDU',
  selfAnswers: { A1: { value: '5' }, A2: { count: 3 } },
  decisions: {},
  gates: [],
  ...changes,
})

describe('the latest layer counts', () => {
  test('what the appraisers have not touched is the self answer', () => {
    expect(effectiveSubmission(layers({}))).toEqual({
      unit: 'HDU',
      answers: { A1: { value: '5' }, A2: { count: 3 } },
    })
  })

  test('a kept answer is the self answer', () => {
    expect(effectiveSubmission(layers({ decisions: { A1: { kind: 'kept' } } }))).toEqual(
      effectiveSubmission(layers({})),
    )
  })

  test('a corrected answer takes the place of the self answer, also of a missing one', () => {
    const decisions = {
      A1: { kind: 'corrected', answer: { value: '4' } },
      A3: { kind: 'corrected', answer: { notApplicable: true } },
    } as const
    expect(effectiveSubmission(layers({ decisions })).answers).toEqual({
      A1: { value: '4' },
      A2: { count: 3 },
      A3: { notApplicable: true },
    })
  })

  test('overridden points stand beside the self answer, the bonus only where it is given', () => {
    const decisions = {
      A1: { kind: 'overridden', points: '2.50' },
      A2: { kind: 'overridden', points: '1', bonus: '0.5' },
    } as const
    expect(effectiveSubmission(layers({ decisions }))).toEqual({
      unit: 'HDU',
      answers: { A1: { value: '5' }, A2: { count: 3 } },
      overrides: { A1: { points: '2.50' }, A2: { points: '1', bonus: '0.5' } },
    })
  })

  test('the gates that apply come along, sorted', () => {
    expect(effectiveSubmission(layers({ gates: ['L2', 'L1'] })).gates).toEqual(['L1', 'L2'])
  })

  test('the layers themselves are not changed', () => {
    const given = layers({
      decisions: { A1: { kind: 'corrected', answer: { value: '4' } } },
      gates: ['b', 'a'],
    })
    const before = structuredClone(given)
    effectiveSubmission(given)
    expect(given).toEqual(before)
  })
})
