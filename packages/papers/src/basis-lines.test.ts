import { expect, test } from 'vitest'
import { basisLines } from './basis-lines.ts'

test('each basis begins with its word and ends as Decree 30 has it', () => {
  expect(basisLines('Quy chế Cụm')).toEqual(['Căn cứ Quy chế Cụm.'])
  expect(basisLines('căn cứ Luật A.\n\n Nghị định B ;')).toEqual(['căn cứ Luật A;', 'Căn cứ Nghị định B.'])
  expect(basisLines(' \n')).toEqual([])
})
