import { words } from './words.ts'

/**
 * The legal basis as a document sets it (Decree 30/2020, annex I): a line for each, begun with "Căn cứ", ended with a
 * semicolon, the last with a full stop. Empty lines are none.
 */
export function basisLines(text: string): string[] {
  const lines = text.split('\n').flatMap((line) => {
    const bare = line.trim().replace(/[;,.\s]+$/u, '')
    if (bare === '') return []
    return [
      bare.toLocaleLowerCase('vi').startsWith(words.basis.toLocaleLowerCase('vi'))
        ? bare
        : `${words.basis} ${bare}`,
    ]
  })
  return lines.map((line, place) => `${line}${place === lines.length - 1 ? '.' : ';'}`)
}
