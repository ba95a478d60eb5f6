import { describe, expect, test } from 'vitest'
import { inBoth, joined } from './written.ts'

describe('a number in a sentence', () => {
  test.each([
    ['17180', '17.180', '17,180'],
    ['97.062147', '97,062147', '97.062147'],
    ['100.000000', '100', '100'],
    ['-1234567.50', '−1.234.567,5', '−1,234,567.5'],
    ['0.000', '0', '0'],
    ['-0.00', '0', '0'],
    ['-0', '0', '0'],
    ['100', '100', '100'],
    ['007', '7', '7'],
  ])('%s is %s in Vietnamese and %s in English', (decimal, vi, en) => {
    expect(inBoth((pen) => pen.number(decimal))).toEqual({ vi, en })
  })

  test('an amount keeps its digits', () => {
    expect(inBoth((pen) => pen.amount('1054.10'))).toEqual({ vi: '1.054,10', en: '1,054.10' })
  })

  test('a negative one after a sign stands in brackets', () => {
    expect(inBoth((pen) => `5 − ${pen.term('-3.0')} + ${pen.term('-0')}`).vi).toBe('5 − (−3) + 0')
  })
})

test('texts are joined language by language', () => {
  expect(
    joined(
      [
        { vi: 'a', en: 'b' },
        { vi: 'c', en: 'd' },
      ],
      '; ',
    ),
  ).toEqual({ vi: 'a; c', en: 'b; d' })
})
