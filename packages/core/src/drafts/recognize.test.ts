import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LONGEST_TEXT } from './check-content.ts'
import { checkNodes } from './check-nodes.ts'
import type { NewNode } from './draft.ts'
import { recognizeStructure, type TextDraftKind } from './recognize.ts'
import type { WordParagraph } from './recognize-lines.ts'
import { inOrder } from './tree.ts'

function counter(): () => string {
  let count = 0
  return () => `n${++count}`
}
const textOf = ({ content }: Pick<NewNode, 'content'>) => String(content.text)

/** The structure as lines: deeper parts further in, doubts behind. */
function shown(paragraphs: readonly (string | WordParagraph)[], kind?: TextDraftKind): string[] {
  const read = paragraphs.map((one) => (typeof one === 'string' ? { text: one } : one))
  const { nodes, doubts } = recognizeStructure(read, counter(), kind)
  expect(checkNodes(kind ?? 'regulation', nodes)).toEqual([])
  return inOrder(nodes).map(({ node, depth }) => {
    const codes = doubts.filter(({ nodeId }) => nodeId === node.id).map(({ code }) => `?${code}`)
    return [`${'  '.repeat(depth)}${node.kind}: ${textOf(node)}`, ...codes].join(' ')
  })
}
const list = (text: string, level: number, [format, label]: readonly [string, string]): WordParagraph => ({
  text,
  numbering: { list: '7', level, format, label },
})

test('a regulation is read by its typed numbers: chapters with their names, articles, clauses, points', () => {
  expect(
    shown([
      'QUY CHẾ',
      'Tổ chức và hoạt động của Cụm thi đua',
      'Căn cứ Luật Thi đua, khen thưởng;',
      'Chương I',
      'QUY ĐỊNH CHUNG',
      'VÀ NGUYÊN TẮC',
      'Điều 1. Phạm vi điều chỉnh',
      'Quy chế này quy định về tổ chức của Cụm.',
      'Điều 2. Nguyên tắc',
      '1. Tự nguyện, công khai.',
      '2. Thành viên có trách nhiệm:',
      'a) Đăng ký thi đua;',
      'b) Chấm điểm;',
      'c) Góp ý;',
      'd) Biểu quyết;',
      'đ) Báo cáo.',
      'CHƯƠNG II. TỔ CHỨC THỰC HIỆN',
      'Điều 3: Hiệu lực',
      'a) Từ ngày ký.',
    ]),
  ).toEqual([
    'paragraph: QUY CHẾ',
    'paragraph: Tổ chức và hoạt động của Cụm thi đua',
    'paragraph: Căn cứ Luật Thi đua, khen thưởng;',
    'chapter: QUY ĐỊNH CHUNG VÀ NGUYÊN TẮC',
    '  article: Phạm vi điều chỉnh',
    '    paragraph: Quy chế này quy định về tổ chức của Cụm.',
    '  article: Nguyên tắc',
    '    clause: Tự nguyện, công khai.',
    '    clause: Thành viên có trách nhiệm:',
    '      point: Đăng ký thi đua;',
    '      point: Chấm điểm;',
    '      point: Góp ý;',
    '      point: Biểu quyết;',
    '      point: Báo cáo.',
    'chapter: TỔ CHỨC THỰC HIỆN',
    '  article: Hiệu lực',
    '    point: Từ ngày ký.',
  ])
})

test('a name on the line after its heading is taken, with a doubt where it is not in capitals', () => {
  expect(
    shown([
      'Chương 1\nQUY ĐỊNH CHUNG',
      'Điều 1',
      'Phạm vi',
      'Nội dung.',
      'Chương II',
      'Tổ chức',
      'Chương III',
    ]),
  ).toEqual([
    'chapter: QUY ĐỊNH CHUNG',
    '  article: Phạm vi ?title-guessed',
    '    paragraph: Nội dung.',
    'chapter: Tổ chức ?title-guessed',
    'chapter:  ?title-missing',
  ])
})

test('what only mentions a part is no part', () => {
  expect(
    shown([
      'Điều 1. Căn cứ',
      'Điều 25 của Luật quy định Cờ thi đua.',
      'Chương trình hành động của Cụm.',
      'Điểm số năm 2020 là 1.000 điểm.',
      '“Điều 5. Trích dẫn”',
      '17/01/2021 họp trù bị.',
    ]),
  ).toEqual([
    'article: Căn cứ',
    '  paragraph: Điều 25 của Luật quy định Cờ thi đua. ?heading-kept',
    '  paragraph: Chương trình hành động của Cụm.',
    '  paragraph: Điểm số năm 2020 là 1.000 điểm.',
    '  paragraph: “Điều 5. Trích dẫn”',
    '  paragraph: 17/01/2021 họp trù bị.',
  ])
})

test('automatic lists of Word are read by the label they show', () => {
  expect(
    shown([
      list('QUY ĐỊNH CHUNG', 0, ['upperRoman', 'Chương %1.']),
      list('Phạm vi', 1, ['decimal', 'Điều %2.']),
      list('Tự nguyện.', 2, ['decimal', '%3.']),
      list('Công khai:', 2, ['decimal', '%3.']),
      list('Đăng ký;', 3, ['lowerLetter', '%4)']),
      list('Chấm điểm;', 3, ['lowerLetter', '%4)']),
      list('chi tiết', 4, ['lowerRoman', '%5)']),
      { text: 'gạch đầu dòng', numbering: { list: '9', level: 0, format: 'bullet', label: '' } },
      list('Đối tượng', 1, ['decimal', 'Điều %2.']),
      list('Thành viên.', 2, ['decimal', '%3.']),
      list('mục nhỏ', 3, ['decimal', '%3.%4.']),
      { text: '2. Gõ tay', numbering: { list: '7', level: 2, format: 'decimal', label: '%3.' } },
    ]),
  ).toEqual([
    'chapter: QUY ĐỊNH CHUNG',
    '  article: Phạm vi',
    '    clause: Tự nguyện.',
    '    clause: Công khai:',
    '      point: Đăng ký;',
    '      point: Chấm điểm;',
    '        paragraph: i) chi tiết ?list-kept',
    '        paragraph: - gạch đầu dòng',
    '  article: Đối tượng',
    '    clause: Thành viên.',
    '      paragraph: 1.1. mục nhỏ ?list-kept',
    '    clause: Gõ tay',
  ])
})

test('Word counts points by the English letters, so its fifth is doubted where ours is đ', () => {
  const points = ['một', 'hai', 'ba', 'bốn', 'năm'].map((text) => list(text, 0, ['lowerLetter', '%1)']))
  expect(shown(['Điều 1. Nguyên tắc', ...points]).at(-1)).toBe('  point: năm ?number-differs')
})

test('a number that will change is doubted: references to it would lead elsewhere', () => {
  expect(
    shown(['Chương II. CHUNG', 'Điều 4. A', '1. x', '3. y', 'a) t', 'c) u', 'Điều 5a. B', 'Điều 2. C']),
  ).toEqual([
    'chapter: CHUNG ?number-differs',
    '  article: A ?number-differs',
    '    clause: x',
    '    clause: y ?number-differs',
    '      point: t',
    '      point: u ?number-differs',
    '  article: B ?number-differs',
    '  article: C ?number-differs',
  ])
  expect(shown(['Chương 1. CHUNG', 'Điều 01. A', '01. x'])).toEqual([
    'chapter: CHUNG',
    '  article: A',
    '    clause: x',
  ])
})

test('clauses without an article stay paragraphs of a regulation with their numbers, and are parts of a plan', () => {
  const plan = ['KẾ HOẠCH', '1. Mục đích', 'a) Nâng cao chất lượng', '2. Yêu cầu']
  expect(shown(plan)).toEqual([
    'paragraph: KẾ HOẠCH',
    'paragraph: 1. Mục đích ?clause-outside',
    'paragraph: a) Nâng cao chất lượng ?point-outside',
    'paragraph: 2. Yêu cầu ?clause-outside',
  ])
  expect(shown(plan, 'plan')).toEqual([
    'paragraph: KẾ HOẠCH',
    'clause: Mục đích',
    '  point: Nâng cao chất lượng',
    'clause: Yêu cầu',
  ])
})

test('a paragraph after points belongs to what holds them, and is doubted; a dash belongs to its point', () => {
  expect(
    shown(['Điều 1. A', '1. x:', 'a) y', '- z', 'Các trường hợp khác do Cụm trưởng quyết định.', 'b) t']),
  ).toEqual([
    'article: A',
    '  clause: x:',
    '    point: y',
    '      paragraph: - z',
    '    paragraph: Các trường hợp khác do Cụm trưởng quyết định. ?paragraph-level',
    '    point: t',
  ])
})

test('the letterhead, sections, tables, signatures and appendices are kept as paragraphs, and said so', () => {
  expect(
    shown([
      { text: 'CỤM THI ĐUA | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', isTable: true },
      'Độc lập - Tự do - Hạnh phúc',
      '___________',
      '',
      'Chương I',
      'CHUNG',
      'Mục 1. TỔ CHỨC',
      'Điều 1. A',
      '1. x',
      { text: '1. Tiêu chí | 10 điểm', isTable: true },
      'Điều 2. B',
      { text: 'Nơi nhận: | TM. CỤM THI ĐUA', isTable: true },
      'Điều 9. trong phần ký',
      'Phụ lục I',
      'Điều 1. trong phụ lục',
      'KT. CỤM TRƯỞNG',
    ]),
  ).toEqual([
    'paragraph: CỤM THI ĐUA | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM ?letterhead-kept',
    'paragraph: Độc lập - Tự do - Hạnh phúc ?letterhead-kept',
    'chapter: CHUNG',
    '  paragraph: Mục 1. TỔ CHỨC ?section-kept',
    '  article: A',
    '    clause: x',
    '      paragraph: 1. Tiêu chí | 10 điểm ?table-kept',
    '  article: B',
    'paragraph: Nơi nhận: | TM. CỤM THI ĐUA ?closing-kept',
    'paragraph: Điều 9. trong phần ký',
    'paragraph: Phụ lục I ?appendix-kept',
    'paragraph: Điều 1. trong phụ lục',
    'paragraph: KT. CỤM TRƯỞNG',
  ])
})

test('styles tell headings only where no number does, and always with a doubt', () => {
  const styled = [
    { text: 'Quy định chung', style: 'heading 1' },
    { text: 'Phạm vi', style: 'Heading 2' },
    { text: '1. Cụm', style: 'Normal' },
  ]
  expect(shown(styled)).toEqual([
    'chapter: Quy định chung ?heading-guessed',
    '  article: Phạm vi ?heading-guessed',
    '    clause: Cụm',
  ])
  expect(shown([...styled, 'Điều 1. Hiệu lực'])[0]).toBe('paragraph: Quy định chung')
})

test('text is NFC, blanks are one, marks that nobody sees are gone, and a part too long goes on in paragraphs', () => {
  expect(shown(['Điê\u0300u 1.\u00a0\tPhạm\u200b  vi\u0007'.normalize('NFD')])).toEqual(['article: Phạm vi'])
  const long = `1. ${'chữ '.repeat(6000)}`
  const { nodes, doubts } = recognizeStructure([{ text: 'Điều 1. A' }, { text: long }], counter())
  expect(checkNodes('regulation', nodes)).toEqual([])
  expect(nodes.map(({ kind }) => kind)).toEqual(['article', 'clause', 'paragraph', 'paragraph'])
  expect(nodes.slice(1).map(textOf).join(' ')).toBe('chữ '.repeat(6000).trim())
  expect(doubts).toEqual([{ nodeId: 'n2', code: 'text-split' }])
  const unbroken = recognizeStructure([{ text: `x${'😀'.repeat(LONGEST_TEXT)}` }], counter())
  expect(checkNodes('regulation', unbroken.nodes)).toEqual([])
})

test('whatever the paragraphs, the parts found fit their kind of draft and no word is lost', () => {
  const start = fc.constantFrom(
    ...['Chương I', 'Chương II. ', 'Điều 1. ', 'Điều 7', '1. ', '12) ', 'a) ', 'đ. ', '- ', '1.1 ', 'Mục 1 '],
    ...['Phụ lục', 'TM. ', 'Nơi nhận: ', 'QUY CHẾ ', '', 'Độc lập - Tự do - Hạnh phúc'],
  )
  const words = fc.constantFrom('CỤM THI ĐUA', 'tổ chức', 'Phạm vi', 'x | y', '', ' \ud800z', 'một\nhai')
  const paragraph = fc.record({
    text: fc.tuple(start, words).map((parts) => parts.join('')),
    style: fc.constantFrom(null, 'heading 1', 'heading 2', 'Normal'),
    isTable: fc.boolean(),
    numbering: fc.option(
      fc.record({
        list: fc.constantFrom('1', '2'),
        level: fc.nat(8),
        format: fc.constantFrom('decimal', 'upperRoman', 'lowerLetter', 'lowerRoman', 'bullet', 'none', '?'),
        label: fc.constantFrom('%1.', 'Điều %1.', '%1.%2', '%9)', ''),
      }),
    ),
  })
  const bare = (text: string) => (text.match(/[\p{L}]+/gu) ?? []).filter((word) => word.length > 3)
  const kinds = fc.constantFrom<TextDraftKind>('regulation', 'plan', 'pact', 'minutes')
  fc.assert(
    fc.property(fc.array(paragraph, { maxLength: 30 }), kinds, (paragraphs, kind) => {
      const { nodes, doubts } = recognizeStructure(paragraphs, counter(), kind)
      expect(checkNodes(kind, nodes)).toEqual([])
      const ids = new Set(nodes.map(({ id }) => id))
      expect(doubts.filter(({ nodeId }) => !ids.has(nodeId))).toEqual([])
      const said = paragraphs
        .flatMap(({ text }) => bare(text))
        .filter((word) => !/^(Chương|Điều)$/.test(word))
      const kept = nodes.flatMap((node) => bare(textOf(node)))
      for (const word of new Set(said))
        expect(kept.filter((one) => one === word).length).toBe(said.filter((one) => one === word).length)
    }),
  )
})
