import { expect, test } from 'vitest'
import { bangvang } from './run.test-kit.ts'

const someone = ['administrator', 'quan.tri@tinh.vn', 'Phạm Văn Đức']

test.each([[['journal']], [someone]])('%j needs DATABASE_URL, and ends with 2', async (words) => {
  const ended = await bangvang(words, 'bốn mùa hoa sen nở\n')
  expect(ended).toMatchObject({ code: 2, output: '' })
  expect(ended.errors).toMatch(/^DATABASE_URL is not set/)
})

test.each([[['journal']], [someone]])(
  '%j says when the database cannot be reached, and keeps its password to itself',
  async (words) => {
    const environment = { DATABASE_URL: 'postgres://someone:kín-như-bưng@127.0.0.1:1/nowhere' }
    const ended = await bangvang(words, 'bốn mùa hoa sen nở\n', environment)
    expect(ended).toMatchObject({ code: 1, output: '' })
    expect(ended.errors).toMatch(/cannot be used: .*ECONNREFUSED/)
    expect(ended.errors).not.toContain('kín')
  },
)

test.each([
  [['journal', 'all']],
  [['administrator']],
  [['administrator', 'a@b.vn']],
  [[...someone, 'mật khẩu']],
])('%j away from a terminal is told how it is used, and ends with 2', async (words) => {
  const ended = await bangvang(words)
  expect(ended.errors).toMatch(/^usage: bangvang (journal|administrator)/)
  expect(ended).toMatchObject({ code: 2, output: '' })
})
