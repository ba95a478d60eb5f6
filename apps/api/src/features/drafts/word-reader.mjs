// Plain JavaScript, so that the thread starts without a loader.
import { parentPort, workerData } from 'node:worker_threads'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import mammoth from 'mammoth'

const wordMain = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

const decoded = (text) =>
  text.replace(
    /&(?:lt|gt|quot|apos|amp);/g,
    (entity) => ({ '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" })[entity] ?? '&',
  )
const attributeValue = (xml, name) => {
  const found = new RegExp(`<w:${name}\\b[^>]*?\\bw:val=(?:"([^"]*)"|'([^']*)')`).exec(xml)
  return found === null ? null : decoded(found[1] ?? found[2])
}
const attributeOf = (tag, name) => new RegExp(`\\bw:${name}=["'](\\d+)["']`).exec(tag)?.[1] ?? null

function levelsOf(abstractNum) {
  return [...abstractNum.matchAll(/(<w:lvl\b[^>]*[^/]>)([\s\S]*?)<\/w:lvl>/g)].map(([, tag, inside]) => ({
    level: Number(attributeOf(tag, 'ilvl') ?? 0),
    format: attributeValue(inside, 'numFmt') ?? 'decimal',
    label: attributeValue(inside, 'lvlText') ?? '',
    style: attributeValue(inside, 'pStyle'),
  }))
}

/** The reader below tells only the level of a list; each list is written anew with a name for each level, by which its label is found. */
function namedLists(xml) {
  const byName = new Map()
  const written = []
  const abstractNums = new Map(
    [...xml.matchAll(/(<w:abstractNum\b[^>]*[^/]>)([\s\S]*?)<\/w:abstractNum>/g)].map(([, tag, inside]) => [
      attributeOf(tag, 'abstractNumId'),
      { levels: levelsOf(inside), link: /<w:numStyleLink\b[^>]*>/.exec(inside)?.[0] ?? '' },
    ]),
  )
  for (const [, tag, inside] of xml.matchAll(/(<w:num\b[^>]*[^/]>)([\s\S]*?)<\/w:num>/g)) {
    const id = attributeOf(tag, 'numId')
    const abstractId = attributeValue(inside, 'abstractNumId')
    const list = inside.includes('<w:startOverride') ? `num ${id}` : `abstractNum ${abstractId}`
    const { levels = [], link = '' } = abstractNums.get(abstractId) ?? {}
    const named = levels.map(({ level, format, label, style }) => {
      const name = style ?? `list-${id}-${level}`
      byName.set(name, { list, level, format, label })
      const kind = format === 'bullet' ? 'bullet' : 'decimal'
      const escaped = name.replace(/[<>&"]/g, (mark) => `&#${mark.charCodeAt(0)};`)
      return `<w:lvl w:ilvl="${level}"><w:numFmt w:val="${kind}"/><w:pStyle w:val="${escaped}"/></w:lvl>`
    })
    written.push(
      `<w:abstractNum w:abstractNumId="${id}">${named.join('')}${link}</w:abstractNum>`,
      `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`,
    )
  }
  return { byName, xml: `<w:numbering xmlns:w="${wordNamespace}">${written.join('')}</w:numbering>` }
}

function textOf(element) {
  if (element.type === 'text') return element.value
  if (element.type === 'tab') return '\t'
  if (element.type === 'break') return '\n'
  const text = (element.children ?? []).map(textOf).join('')
  return element.isAllCaps ? text.normalize('NFC').toUpperCase() : text
}

/** A table's row is one line: its cells apart, whatever paragraphs they hold. */
function linesOf(element, byName) {
  if (element.type === 'paragraph')
    return [
      {
        text: textOf(element),
        style: element.styleName ?? element.styleId,
        numbering: byName.get(element.numbering?.paragraphStyleId) ?? null,
      },
    ]
  if (element.type !== 'table') return (element.children ?? []).flatMap((child) => linesOf(child, byName))
  return element.children.map((row) => ({
    text: row.children
      .map((cell) => linesOf(cell, byName).map(({ text }) => text.replace(/\s+/g, ' ').trim()))
      .map((lines) => lines.filter((line) => line !== '').join(' '))
      .join(' | '),
    isTable: true,
  }))
}

async function paragraphsOf(bytes) {
  const entries = unzipSync(bytes, { filter: ({ name }) => /\.(?:xml|rels)$/i.test(name) })
  const types = entries['[Content_Types].xml']
  if (types === undefined || !strFromU8(types).includes(wordMain)) return null
  const numbering = Object.keys(entries).find((name) => /(?:^|\/)numbering\.xml$/i.test(name))
  const { byName, xml } = namedLists(numbering === undefined ? '' : strFromU8(entries[numbering]))
  if (numbering !== undefined) entries[numbering] = strToU8(xml)
  let read = null
  await mammoth.convertToHtml(
    { buffer: Buffer.from(zipSync(entries, { level: 0 })) },
    {
      transformDocument: (document) => {
        read = linesOf(document, byName)
        // Of the document nothing is left to convert: it is only read.
        return { ...document, children: [] }
      },
    },
  )
  return read
}

parentPort.postMessage(await paragraphsOf(workerData.bytes))
