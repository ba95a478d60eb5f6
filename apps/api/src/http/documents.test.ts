import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { accessTable } from '../test/access-table.ts'
import { version } from '../version.ts'
import { openApiDocument } from './openapi.ts'

const documents = [
  { name: 'access.md', text: accessTable() },
  { name: 'openapi.json', text: `${JSON.stringify(openApiDocument(version), null, 2)}\n` },
]

test.each(documents)(
  'docs/$name is what the contract says; UPDATE_DOCS=1 writes it anew',
  ({ name, text }) => {
    const path = fileURLToPath(new URL(`../../../../docs/${name}`, import.meta.url))
    if (process.env.UPDATE_DOCS === '1') writeFileSync(path, text)
    expect(readFileSync(path, 'utf8')).toBe(text)
  },
)
