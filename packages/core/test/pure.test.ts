import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const source = new URL('../src/', import.meta.url)
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
)

describe('core is pure', () => {
  test.each(files)('%s imports zod and core alone, and knows no clock, no chance, no waiting', (file) => {
    const text = readFileSync(new URL(file, source), 'utf8')
    const code = text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    const imported = [...code.matchAll(/from '([^']+)'/g)].map(([, from = '']) => from)
    expect(imported.filter((from) => from !== 'zod' && !/^\.\.?\/.+\.ts$/.test(from))).toEqual([])
    expect(code).not.toMatch(
      /\b(Date\.now|new Date\(\)|Math\.random|process\.|globalThis|setTimeout|await|eval|new Function)\b/,
    )
  })
})
