import { strFromU8, unzipSync } from 'fflate'

/** A Word document's parts, and how many millimetres a twip is worth. */
export function readDocx(bytes: Uint8Array) {
  const files = unzipSync(bytes)
  const part = (name: string): string => strFromU8(files[name] ?? new Uint8Array())
  return {
    names: Object.keys(files),
    body: part('word/document.xml'),
    styles: part('word/styles.xml'),
    core: part('docProps/core.xml'),
    headers: Object.keys(files)
      .filter((name) => /^word\/header\d+\.xml$/.test(name))
      .map(part),
  }
}

/** A length of Word's in millimetres. */
export const millimetres = (length: string | undefined): number => (Number(length) * 25.4) / 1440

/** Each section's settings, in order. */
export const sectionsOf = (body: string): string[] =>
  [...body.matchAll(/<w:sectPr[\s\S]*?<\/w:sectPr>/g)].map(([section]) => section)

/** The text of a part of the document, a line a paragraph; a line break within one is a line feed too. */
export const textOf = (xml: string): string =>
  xml
    .replaceAll(/<w:br\/>/g, '\n')
    .replaceAll(/<\/w:p>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')

/** An attribute of the first element of this name. */
export const attribute = (xml: string, element: string, name: string): string | undefined =>
  new RegExp(`<${element}\\b[^>]*\\b${name}="([^"]*)"`).exec(xml)?.[1]
