import { Paragraph, type Table } from 'docx'
import { type Closing, levelled, type Orientation, type Signature } from '../document.ts'
import { inCapitals, pageOf, sizes } from '../layout.ts'
import { twips } from '../size.ts'
import { words } from '../words.ts'
import { frame } from './frame.ts'
import { textRuns } from './runs.ts'
import { halves } from './styles.ts'

// Room for a hand's signature and a seal, in millimetres.
const roomToSign = 22

function signature({ authority, note, name }: Signature): Paragraph[] {
  return [
    ...authority.map((text) => new Paragraph({ style: 'Signature', children: textRuns(inCapitals(text)) })),
    ...(note === null
      ? []
      : [
          new Paragraph({
            style: 'HeadLine',
            children: textRuns(note, { italic: true, size: halves(sizes.note) }),
          }),
        ]),
    new Paragraph({
      style: 'Signature',
      spacing: { before: twips(roomToSign) },
      children: textRuns(name ?? ''),
    }),
  ]
}

function recipientsOf(recipients: readonly string[]): Paragraph[] {
  if (recipients.length === 0) return []
  const title = textRuns(words.recipients, { bold: true, italic: true, size: halves(sizes.recipientsTitle) })
  return [
    new Paragraph({ style: 'Recipient', keepNext: true, children: title }),
    ...recipients.map(
      (one, place) =>
        new Paragraph({
          style: 'Recipient',
          keepNext: place < recipients.length - 1,
          children: textRuns(`- ${one}`),
        }),
    ),
  ]
}

const gap = () => new Paragraph({ style: 'HeadLine', keepNext: true, spacing: { before: 120 }, children: [] })

/** The foot of a paper: recipients left and signature right; several signatures side by side, the recipients under them. */
export function closingOf(closing: Closing, orientation: Orientation): (Paragraph | Table)[] {
  const { recipients } = closing
  const signatures = levelled(closing.signatures)
  const { text } = pageOf(orientation)
  const [only] = signatures
  if (only !== undefined && signatures.length === 1)
    return [
      gap(),
      frame({
        widths: [text / 2, text / 2],
        rows: [[recipientsOf(recipients), signature(only)]],
        staysWhole: true,
      }),
    ]
  const across = Math.min(signatures.length, 3)
  const down = Math.ceil(signatures.length / Math.max(across, 1))
  const rows = Array.from({ length: down }, (_, row) =>
    Array.from({ length: across }, (_cell, place) => {
      const one = signatures[row * across + place]
      if (one === undefined) return []
      return row === down - 1 ? signature(one) : [...signature(one), gap()]
    }),
  )
  const widths = Array.from({ length: across }, () => text / across)
  return [
    gap(),
    ...(rows.length > 0 ? [frame({ widths, rows, staysWhole: true })] : []),
    ...(recipients.length > 0 ? [gap(), ...recipientsOf(recipients)] : []),
  ]
}
