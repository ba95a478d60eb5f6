import type { CriteriaDocument, Criterion } from '@bangvang/core/criteria/document'
import { expect, test } from 'vitest'
import { typedNumber } from '../../lib/typed-answer.ts'
import { readTyped, shownText, type Typed, typedOf, untyped } from './grid-model.ts'

const text = (words: string) => ({ vi: words, en: words })
const achieved: Criterion = {
  code: 'KT01',
  title: text('GRDP'),
  maxPoints: '50',
  measure: { kind: 'achievement', better: 'higher' },
  rule: { kind: 'linear', zeroAt: '50', fullAt: '100' },
}
const document = { decimals: 2 } as CriteriaDocument
const typing = (texts: Typed['texts']): Typed => ({ ...untyped, texts })
const read = (texts: Typed['texts'], criterion = achieved) => readTyped(document, criterion, typing(texts))

test('numbers are read as people in both countries write them', () => {
  expect(read({ target: '1.234,5', actual: '1234.5' })).toEqual({
    kind: 'answer',
    answer: { target: '1234.5', actual: '1234.5' },
  })
})

test('a typed 0 is an answer, an empty row is none', () => {
  expect(read({ target: '2', actual: '0' })).toEqual({ kind: 'answer', answer: { target: '2', actual: '0' } })
  expect(read({ target: '', actual: ' ' })).toEqual({ kind: 'answer', answer: null })
})

test('half an answer waits for its other half', () => {
  expect(read({ target: '2' })).toEqual({ kind: 'incomplete', missing: ['actual'] })
})

test('a number with words after it is offered without them', () => {
  expect(read({ target: '66,5', actual: '65,8 tr' })).toEqual({
    kind: 'faults',
    faults: [{ field: 'actual', code: 'not_a_decimal', text: '65,8 tr', repairs: ['65,8'] }],
  })
})

test('a number that reads two ways is never guessed: both readings are offered, and both are sure', () => {
  const reading = read({ target: '1', actual: '1.234' })
  if (reading.kind !== 'faults') throw new Error('1.234 was read')
  const [grouped = '', decimal = ''] = reading.faults[0]?.repairs ?? []
  expect(read({ target: '1', actual: grouped })).toMatchObject({ answer: { actual: '1234' } })
  expect(read({ target: '1', actual: decimal })).toMatchObject({ answer: { actual: '1.234' } })
})

test('a stored decimal with three digits after the point survives being shown and read again', () => {
  const stored = { answer: { target: '17.125', actual: '-1250.5' }, note: '' }
  for (const language of ['vi', 'en'] as const) {
    const typed = typedOf(achieved, stored, language)
    expect(readTyped(document, achieved, typed)).toEqual({ kind: 'answer', answer: stored.answer })
  }
  expect(typedNumber('17180', 'vi')).toBe('17180')
  expect(shownText('17180', 'actual', 'vi')).toBe('17.180')
})

test('what the rules refuse is named at its cell', () => {
  expect(read({ target: '0', actual: '1' })).toMatchObject({
    faults: [{ field: 'target', code: 'not_positive', text: '0' }],
  })
})

test('an untouched checklist is unanswered, one with nothing ticked is answered', () => {
  const list: Criterion = {
    code: 'TD01',
    title: text('x'),
    maxPoints: '8',
    measure: { kind: 'checklist', options: [{ key: 'plan', title: text('Kế hoạch'), points: '4' }] },
  }
  expect(readTyped(document, list, untyped)).toEqual({ kind: 'answer', answer: null })
  expect(readTyped(document, list, { ...untyped, checked: [] })).toEqual({
    kind: 'answer',
    answer: { checked: [] },
  })
})
