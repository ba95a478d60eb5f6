import { readFile } from 'node:fs/promises'
import type { Plugin } from 'vite'

const unused = /\/zod\/v4\/(?:core\/(?:json-schema-processors|to-json-schema|memoizer)|locales\/en)\.js$/

/**
 * zod carries a JSON Schema writer, its own English sentences and a guard against values that contain themselves into
 * every bundle. The pages need none (OpenAPI is written by the API, people read `words/`, JSON has no cycles), so the
 * sign-in page does without them: each export becomes one that does nothing.
 */
export function slimZod(): Plugin {
  return {
    name: 'slim-zod',
    apply: 'build',
    enforce: 'pre',
    async load(id) {
      if (!unused.test(id)) return null
      const source = await readFile(id, 'utf8')
      const names = [...source.matchAll(/^export (?:const|function|class) ([\w$]+)/gm)].map(
        ([, name]) => name,
      )
      const stubs = names.map((name) => `export const ${name} = nothing`)
      return [
        `const nothing = () => ${id.endsWith('memoizer.js') ? 'undefined' : '() => ({})'}`,
        ...stubs,
        ...(/^export default/m.test(source) ? ['export default () => ({})'] : []),
        ...(/processSchema as process/.test(source) ? ['export { nothing as process }'] : []),
      ].join('\n')
    },
  }
}
