import {
  Document,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx'
import { TextWatermark } from 'docx/watermarks'
import { type Block, type Orientation, type Paper, titleOf } from '../document.ts'
import { faces, headerFromTop, inCapitals, margins, pageOf, sizes } from '../layout.ts'
import { printable } from '../printable.ts'
import { twips } from '../size.ts'
import { words } from '../words.ts'
import { blockOf } from './blocks.ts'
import { closingOf } from './closing.ts'
import { appendixHead, headOf } from './head.ts'
import { settled } from './settled.ts'
import { halves, styles } from './styles.ts'

// The number stands in the middle of the top margin, DỰ THẢO at its right edge and faintly across the page.
function header(paper: Paper, orientation: Orientation, isNumbered: boolean): Header {
  const width = twips(pageOf(orientation).text)
  const number = new TextRun({ children: [new Tab(), PageNumber.CURRENT], size: halves(sizes.pageNumber) })
  const draft = [
    new TextRun({
      children: [...(isNumbered ? [] : [new Tab()]), new Tab(), words.draft],
      bold: true,
      size: halves(sizes.draft),
    }),
    new TextWatermark({ text: words.draft, font: faces.docx, bold: true, color: 'E6E6E6', opacity: 1 }),
  ]
  return new Header({
    children: [
      new Paragraph({
        style: 'HeadLine',
        alignment: 'left',
        tabStops: [
          { type: TabStopType.CENTER, position: width / 2 },
          { type: TabStopType.RIGHT, position: width },
        ],
        children: [...(isNumbered ? [number] : []), ...(paper.isDraft ? draft : [])],
      }),
    ],
  })
}

function section(orientation: Orientation, children: ISectionOptions['children']): ISectionOptions {
  const { width, height } = pageOf('portrait')
  return {
    properties: {
      page: {
        // The writer turns the sheet itself where it lies.
        size: {
          width: twips(width),
          height: twips(height),
          orientation: orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(margins.top),
          bottom: twips(margins.bottom),
          left: twips(margins.left),
          right: twips(margins.right),
          header: twips(headerFromTop),
          footer: twips(headerFromTop),
        },
      },
    },
    children,
  }
}

const blocksOf = (blocks: readonly Block[], orientation: Orientation) =>
  blocks.flatMap((block) => blockOf(block, pageOf(orientation).text))

/** Renders a paper as a Word document, with real styles, headings and tables. The same paper makes the same bytes. */
export async function writeDocx(paper: Paper): Promise<Uint8Array> {
  const { orientation } = paper
  const main = section(orientation, [
    ...headOf(paper.head, orientation),
    ...paper.blocks.flatMap((block, place) =>
      blockOf(block, pageOf(orientation).text, place === paper.blocks.length - 1),
    ),
    ...closingOf(paper.closing, orientation),
  ])
  const document = new Document({
    title: printable(titleOf(paper.head)),
    creator: printable(paper.head.issuer.name),
    lastModifiedBy: printable(paper.head.issuer.name),
    styles,
    sections: [
      {
        ...main,
        properties: { ...main.properties, titlePage: true },
        headers: { first: header(paper, orientation, false), default: header(paper, orientation, true) },
      },
      ...paper.appendices.map((appendix) => ({
        ...section(appendix.orientation, [
          ...appendixHead(appendix.label, inCapitals(appendix.title)),
          ...blocksOf(appendix.blocks, appendix.orientation),
        ]),
        headers: { default: header(paper, appendix.orientation, true) },
      })),
    ],
  })
  return settled(new Uint8Array(await Packer.toBuffer(document)), paper.madeAt)
}
