import { drafts } from '@bangvang/contract/drafts'
import { inOrder } from '@bangvang/core/drafts/tree'
import { regulation } from '@bangvang/papers/builders/regulation'
import { writeDocx } from '@bangvang/papers/docx/write-docx'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/kit.ts'
import { refusal } from '../../test/refusal.ts'
import { readWordParagraphs } from './import-word.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const wordMain = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const types = (main: string) =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`
const relations = (id: string, type: string, target: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`
const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** A .docx of this body, as Word packs one; with lists where a numbering is given. */
function docx(body: string, numbering?: string, contentType = wordMain): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    zipSync({
      '[Content_Types].xml': strToU8(types(contentType)),
      '_rels/.rels': strToU8(relations('r1', 'officeDocument', 'word/document.xml')),
      'word/document.xml': strToU8(`<w:document ${main}><w:body>${body}</w:body></w:document>`),
      ...(numbering === undefined
        ? {}
        : {
            'word/numbering.xml': strToU8(`<w:numbering ${main}>${numbering}</w:numbering>`),
            'word/_rels/document.xml.rels': strToU8(relations('r2', 'numbering', 'numbering.xml')),
          }),
    }),
  )
}
const p = (text: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
const listed = (numId: number, level: number, text: string) =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`)
const lvl = (level: number, format: string, label: string) =>
  `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${label}"/></w:lvl>`
const numbering = [
  `<w:abstractNum w:abstractNumId="0">${lvl(0, 'decimal', 'Điều %1.')}${lvl(1, 'decimal', '%2.')}${lvl(2, 'lowerLetter', '%3)')}</w:abstractNum>`,
  `<w:abstractNum w:abstractNumId="1">${lvl(0, 'decimal', '%1.')}</w:abstractNum>`,
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
  '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
  '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
].join('')

async function keeper() {
  const season = await world.make.season()
  return world.as(await world.make.person({ role: 'secretary', seasonId: season.id, unitId: season.chair }))
}

/** What the endpoint found, as lines. */
async function read(bytes: Uint8Array<ArrayBuffer>, kind?: 'plan') {
  const call = await keeper()
  const body = new File([bytes], 'Quy chế.docx')
  const { nodes, doubts } = await call(drafts.readWord, { query: kind ? { kind } : {}, body })
  const lines = nodes.map((node) => ({ ...node, version: 1 }))
  return inOrder(lines).map(({ node, depth }) => {
    const codes = doubts.filter(({ nodeId }) => nodeId === node.id).map(({ code }) => ` ?${code}`)
    return `${'  '.repeat(depth)}${node.kind}: ${node.content.text}${codes.join('')}`
  })
}

test('what the product writes as Word it reads again with the same structure', async () => {
  const parts = [
    { kind: 'chapter', mark: 'Chương I', text: 'Quy định chung' },
    { kind: 'article', mark: 'Điều 1.', text: 'Phạm vi điều chỉnh' },
    { kind: 'clause', mark: '1.', text: 'Quy chế này quy định tổ chức của Cụm.' },
    { kind: 'clause', mark: '2.', text: 'Thành viên có trách nhiệm:' },
    { kind: 'point', mark: 'a)', text: 'Đăng ký thi đua;' },
    { kind: 'point', mark: 'b)', text: 'Chấm điểm.' },
    { kind: 'article', mark: 'Điều 2.', text: 'Hiệu lực' },
  ] as const
  const paper = regulation(
    { name: 'Quy chế', subject: 'Tổ chức của Cụm', legalBasis: ['Căn cứ Luật 06/2022/QH15;'], parts },
    {
      issuer: { parent: null, name: 'Cụm thi đua' },
      symbol: '2/QC-CTĐ',
      place: 'Quảng Ninh',
      day: '2021-01-05',
      signatures: [{ authority: ['TM. Cụm thi đua'], note: null, name: 'Trần Văn Minh' }],
      recipients: ['Lưu: VT.'],
      isDraft: false,
      madeAt: new Date('2021-01-05T03:00:00Z'),
    },
  )
  const lines = await read(new Uint8Array(await writeDocx(paper)))
  const from = lines.findIndex((line) => line.startsWith('chapter'))
  expect(lines.slice(from, from + parts.length)).toEqual([
    'chapter: QUY ĐỊNH CHUNG',
    '  article: Phạm vi điều chỉnh',
    '    clause: Quy chế này quy định tổ chức của Cụm.',
    '    clause: Thành viên có trách nhiệm:',
    '      point: Đăng ký thi đua;',
    '      point: Chấm điểm.',
    '  article: Hiệu lực',
  ])
  expect(lines.slice(0, from).join('\n')).toContain('Căn cứ Luật 06/2022/QH15;')
  expect(lines.slice(0, from).join('\n')).toContain('?letterhead-kept')
  expect(lines.slice(from + parts.length).join('\n')).toContain('Trần Văn Minh')
  expect(lines.slice(from + parts.length)[0]).toContain('?closing-kept')
})

test('automatic lists are read by the numbers Word shows, and a list that starts again starts again', async () => {
  const body = [
    listed(1, 0, 'Phạm vi'),
    listed(1, 1, 'Tự nguyện.'),
    listed(1, 2, 'Đăng ký;'),
    listed(1, 0, 'Nguyên tắc'),
    listed(2, 0, 'Công khai.'),
    listed(2, 0, 'Minh bạch.'),
    listed(1, 0, 'Hiệu lực'),
    listed(3, 0, 'Từ ngày ký.'),
  ]
  expect(await read(docx(body.join(''), numbering))).toEqual([
    'article: Phạm vi',
    '  clause: Tự nguyện.',
    '    point: Đăng ký;',
    'article: Nguyên tắc',
    '  clause: Công khai.',
    '  clause: Minh bạch.',
    'article: Hiệu lực',
    '  clause: Từ ngày ký.',
  ])
})

test('a table’s row is one line, capitals by style are capitals, a line break ends a line, deleted words are gone', async () => {
  const cell = (...lines: string[]) => `<w:tc>${lines.map((line) => p(line)).join('')}</w:tc>`
  const body = [
    `<w:tbl><w:tr>${cell('CỤM THI ĐUA', 'ĐBSH')}${cell('Độc lập')}</w:tr></w:tbl>`,
    '<w:p><w:r><w:t>Chương I</w:t><w:br/><w:t>CHUNG</w:t></w:r></w:p>',
    p('Điều 1. Phạm vi'),
    '<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>chữ hoa</w:t></w:r><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del></w:p>',
  ]
  const paragraphs = await readWordParagraphs(docx(body.join('')))
  expect(paragraphs?.map(({ text, isTable }) => ({ text, isTable }))).toEqual([
    { text: 'CỤM THI ĐUA ĐBSH | Độc lập', isTable: true },
    { text: 'Chương I\nCHUNG' },
    { text: 'Điều 1. Phạm vi' },
    { text: 'CHỮ HOA' },
  ])
})

test('a plan keeps its clauses without articles', async () => {
  const body = docx([p('1. Mục đích'), p('a) Nâng cao')].join(''))
  expect(await read(body, 'plan')).toEqual(['clause: Mục đích', '  point: Nâng cao'])
  expect((await read(body))[0]).toBe('paragraph: 1. Mục đích ?clause-outside')
})

test('what is no Word document by its content, empty or too large is refused; no entity is followed', async () => {
  const call = await keeper()
  const macro = 'application/vnd.ms-word.document.macroEnabled.main+xml'
  const bytes = new TextEncoder()
  const unread = [
    bytes.encode('%PDF-1.4'),
    new Uint8Array(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') })),
    docx(p('Điều 1. A'), undefined, macro),
    docx(''),
    docx('<w:p><w:r>'),
  ]
  for (const content of unread) {
    const body = new File([content], 'Quy chế.docx')
    await refusal(call(drafts.readWord, { query: {}, body }), 'unreadable-document')
  }
  const many = docx(Array.from({ length: 3001 }, (_, n) => p(`đoạn ${n}`)).join(''))
  await refusal(call(drafts.readWord, { query: {}, body: new File([many], 'a.docx') }), 'too-large')
  const large = new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'a.docx')
  await refusal(call(drafts.readWord, { query: {}, body: large }), 'too-large')
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(60 * 1024 * 1024) })
  expect(await readWordParagraphs(bomb)).toBeNull()
  const withEntity = (text: string) =>
    zipSync({
      '[Content_Types].xml': strToU8(types(wordMain)),
      'word/document.xml': strToU8(
        `<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/hostname">]><w:document ${main}><w:body>${p(text)}</w:body></w:document>`,
      ),
    })
  expect(await readWordParagraphs(withEntity('Điều 1.'))).toMatchObject([{ text: 'Điều 1.' }])
  expect(await readWordParagraphs(withEntity('&e;'))).toBeNull()
})

test('reading keeps nothing, and is the secretary’s and the chair’s', async () => {
  const count = () => world.database.prisma.journalEntry.count()
  const before = await count()
  const body = new File([docx(p('Điều 1. A'))], 'a.docx')
  await (await keeper())(drafts.readWord, { query: {}, body })
  expect(await count()).toBe(before)
  expect(await world.database.prisma.draft.count()).toBe(0)
  const season = await world.make.season()
  const delegate = world.as(
    await world.make.person({ role: 'delegate', seasonId: season.id, unitId: season.chair }),
  )
  await refusal(delegate(drafts.readWord, { query: {}, body }), 'not-allowed')
  await refusal(world.stranger(drafts.readWord, { query: {}, body }), 'not-signed-in')
})
