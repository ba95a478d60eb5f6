import { expect, test } from 'vitest'
import { closePact } from './close-pact.ts'

const signature = (unit: string) => ({
  unit,
  sha256: unit,
  signedBy: 'A',
  signedAt: '2020-02-20T02:00:00.000Z',
})
const unitIds = ['HDU', 'BNI', 'QNI']

test('the pact closes when every unit has signed', () => {
  const signatures = unitIds.map(signature)
  expect(closePact({ unitIds, signatures, without: [] })).toEqual({ ok: true })
})

test('a unit without a signature is left out only by name', () => {
  const signatures = [signature('HDU')]
  expect(closePact({ unitIds, signatures, without: ['QNI', 'BNI'] })).toEqual({ ok: true })
  for (const without of [[], ['BNI'], ['BNI', 'QNI', 'HDU'], ['BNI', 'HDU']])
    expect(closePact({ unitIds, signatures, without })).toEqual({
      ok: false,
      refusal: { reason: 'pact-unsigned', unitIds: ['BNI', 'QNI'] },
    })
})
