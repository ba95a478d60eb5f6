/** Two bytes at `at`, as a TrueType file keeps them. */
const short = (font: DataView, at: number): number => font.getUint16(at)

function tableAt(font: DataView, wanted: string): number {
  for (let entry = 12; entry < 12 + short(font, 4) * 16; entry += 16) {
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((place) => font.getUint8(entry + place)))
    if (tag === wanted) return font.getUint32(entry + 8)
  }
  throw new Error(`the font has no table ${wanted}`)
}

// Windows Unicode, the whole of it (3, 10) before the first plane (3, 1).
function subtableAt(font: DataView, cmap: number): number {
  const found = new Map<number, number>()
  for (let entry = cmap + 4; entry < cmap + 4 + short(font, cmap + 2) * 8; entry += 8) {
    if (short(font, entry) === 3) found.set(short(font, entry + 2), cmap + font.getUint32(entry + 4))
  }
  const at = found.get(10) ?? found.get(1)
  if (at === undefined) throw new Error('the font maps no Unicode')
  return at
}

/** Ranges of code points, both ends included. */
type Range = readonly [number, number]

function rangesOf(font: DataView): Range[] {
  const at = subtableAt(font, tableAt(font, 'cmap'))
  if (short(font, at) === 12)
    return Array.from({ length: font.getUint32(at + 12) }, (_, group): Range => {
      const entry = at + 16 + group * 12
      return [font.getUint32(entry), font.getUint32(entry + 4)]
    })
  // Format 4: ends, a pad, starts; the last segment is the end mark.
  const segments = short(font, at + 6) / 2
  return Array.from({ length: segments - 1 }, (_, segment): Range => {
    const end = at + 14 + segment * 2
    return [short(font, end + segments * 2 + 2), short(font, end)]
  })
}

/** What stands for a character that the face cannot show. */
export const missingGlyph = '\u25A1'

/** From a TrueType font's bytes, the function that replaces every character it has no glyph for by a white square. */
export function showableIn(bytes: Uint8Array): (text: string) => string {
  const ranges = rangesOf(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const isShown = (point: number) => point === 10 || ranges.some(([from, to]) => from <= point && point <= to)
  return (text) =>
    Array.from(text, (character) => (isShown(character.codePointAt(0) ?? 0) ? character : missingGlyph)).join(
      '',
    )
}
