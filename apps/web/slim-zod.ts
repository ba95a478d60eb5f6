import { readFile } from 'node:fs/promises'
import type { Plugin } from 'vite'

const unused = /\/zod\/v4\/(?:core\/(?:json-schema-processors|to-json-schema|memoizer)|locales\/en)\.js$/
const schemas = /\/zod\/v4\/classic\/schemas\.js$/
const stringFormats = /(export const ZodString = [\s\S]*?\n\}, )\{[\s\S]*?\n\}\);/
const unusedMethods = [
  ...['and', 'transform', 'prefault', 'catch', 'pipe', 'readonly', 'nonoptional', 'superRefine'],
  ...['includes', 'startsWith', 'endsWith', 'length', 'lowercase', 'uppercase', 'toLowerCase', 'toUpperCase'],
  ...['slugify', 'multipleOf', 'step'],
]

/** A module of the same exports, each of which does nothing. */
function emptied(id: string, source: string): string {
  const names = [...source.matchAll(/^export (?:const|function|class) ([\w$]+)/gm)].map(([, name]) => name)
  return [
    `const nothing = () => ${id.endsWith('memoizer.js') ? 'undefined' : '() => ({})'}`,
    ...names.map((name) => `export const ${name} = nothing`),
    ...(/^export default/m.test(source) ? ['export default () => ({})'] : []),
    ...(/processSchema as process/.test(source) ? ['export { nothing as process }'] : []),
  ].join('\n')
}

/** zod's schemas without `z.string().url()` and its like, and without the methods that the contract has no use for. */
function slimmed(source: string): string {
  const cut = (from: string, what: RegExp, to: string) => {
    if (!what.test(from)) throw new Error(`zod is no longer written as slim-zod.ts knows it: ${what}`)
    return from.replace(what, to)
  }
  return unusedMethods.reduce(
    (text, name) => cut(text, new RegExp(`\\n {4}${name}\\([\\w., ]*\\) \\{\\n {8}return .*\\n {4}\\},`), ''),
    cut(source, stringFormats, '$1{});'),
  )
}

/**
 * zod carries into every bundle what the pages never use: a JSON Schema writer (OpenAPI is written by the API), its own
 * English sentences (people read `words/`), a guard against values that contain themselves (JSON has no cycles), and
 * every string format and method as a method of every schema. The sign-in page does without them. A contract that
 * begins to use one of `unusedMethods` takes it off that list.
 */
export function slimZod(): Plugin {
  return {
    name: 'slim-zod',
    apply: 'build',
    enforce: 'pre',
    async load(id) {
      if (unused.test(id)) return emptied(id, await readFile(id, 'utf8'))
      if (schemas.test(id)) return slimmed(await readFile(id, 'utf8'))
      return null
    },
  }
}
