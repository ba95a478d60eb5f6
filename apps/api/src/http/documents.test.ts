import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { accessTable } from '../test/access-table.ts'
import { envExample } from '../test/env-example.ts'
import { version } from '../version.ts'
import { openApiDocument } from './openapi.ts'

const documents = [
  { name: '.env.example', text: envExample() },
  { name: 'docs/access.md', text: accessTable() },
  { name: 'docs/openapi.json', text: `${JSON.stringify(openApiDocument(version), null, 2)}\n` },
]

test.each(documents)('$name is what the code says; UPDATE_DOCS=1 writes it anew', ({ name, text }) => {
  const path = fileURLToPath(new URL(`../../../../${name}`, import.meta.url))
  if (process.env.UPDATE_DOCS === '1') writeFileSync(path, text)
  expect(readFileSync(path, 'utf8')).toBe(text)
})
