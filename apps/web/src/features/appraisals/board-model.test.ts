import { expect, test } from 'vitest'
import { board, document, submitted } from '../../lib/small-cluster.ts'
import { boardRows, cellAfterKey, changeOf, changesBetween, differenceOf, heatOf } from './board-model.ts'

test('the colour says how much of the points is lost, and nothing where all are there', () => {
  expect(heatOf('60', '60', 'scored')).toBe('')
  expect(heatOf('57.01', '60', 'scored')).toBe('h1')
  expect(heatOf('57', '60', 'scored')).toBe('h2')
  expect(heatOf('27', '60', 'scored')).toBe('h5')
  expect(heatOf('0', '10', 'bonus')).toBe('')
  expect(heatOf('0', '10', 'penalty')).toBe('')
  expect(heatOf('5', '10', 'penalty')).toBe('h4')
})

test('a penalty raised is a cut', () => {
  const cell = (points: string) => ({ status: 'scored' as const, points, bonus: '0.00' })
  expect(differenceOf(cell('0.00'), cell('5.00'), 'penalty')).toBe('-5.00')
  expect(changeOf('-5.00', '10')).toBe('c3')
  expect(changeOf('0.10', '10')).toBe('u1')
  expect(changeOf('0', '10')).toBe('')
})

test('what appraisal changed is counted by cell and by criterion', () => {
  const effective = submitted.map((one) =>
    one.unit === 'NDI' ? one : { ...one, overrides: { KT07: { points: '50' } } },
  )
  const { layers } = board(effective)
  const { cells, criteria } = changesBetween(document, layers.self, layers.appraised)
  expect([...cells]).toEqual(['HDU KT07', 'BNI KT07'])
  expect([...criteria]).toEqual(['KT07'])
})

test('a section stands also where none of its criteria is shown', () => {
  const rows = boardRows(document, ({ criterion }) => criterion.code === 'KT09')
  expect(rows.map((row) => (row.kind === 'criterion' ? row.placed.criterion.code : row.kind))).toEqual([
    'section',
    'KT09',
    'section',
    'section',
  ])
})

test('arrow keys stay within the grid, other keys are left alone', () => {
  const key = (name: string, ctrlKey = false) => cellAfterKey({ key: name, ctrlKey }, [0, 1], [4, 3])
  expect(key('ArrowUp')).toEqual([0, 1])
  expect(key('ArrowDown')).toEqual([1, 1])
  expect(key('PageDown')).toEqual([3, 1])
  expect(key('End')).toEqual([0, 2])
  expect(key('End', true)).toEqual([3, 2])
  expect(key('a')).toBeNull()
})
