import { expect, test } from 'vitest'
import { weakPassword } from './weak-password.ts'

const person = { email: 'hanh.nguyen@haiduong.gov.vn', name: 'Nguyễn Thị Hạnh' }

test('a password is long, varied, not the person’s own words and not a usual one', () => {
  expect(weakPassword('ngắn quá', person)).toBe('too-short')
  expect(weakPassword('ababababababab', person)).toBe('too-plain')
  expect(weakPassword('tôi là Nguyễn Thị Hạnh', person)).toBe('own-words')
  expect(weakPassword('Hanh.Nguyen-2020!', person)).toBe('own-words')
  expect(weakPassword('Password1234', person)).toBe('common')
  expect(weakPassword('mùa lúa chín vàng đồng', person)).toBeNull()
})
