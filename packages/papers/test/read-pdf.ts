import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A page as a reader sees it: its sides in millimetres, its words with their places from the left and the top. */
export type ReadPage = {
  width: number
  height: number
  text: string
  words: { text: string; left: number; fromTop: number }[]
  fonts: { name: string; isEmbedded: boolean }[]
}

const toMillimetres = (points: number): number => (points * 25.4) / 72

/** Reads a pdf: its title, language, whether it is tagged, and its pages. */
export async function readPdf(bytes: Uint8Array) {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 })
  const document = await task.promise
  const { info } = await document.getMetadata()
  const mark = await document.getMarkInfo()
  const pages: ReadPage[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const [, , width = 0, height = 0] = page.view
    const { items } = await page.getTextContent()
    const words = items.flatMap((item) =>
      'str' in item
        ? [
            {
              text: item.str,
              left: toMillimetres(Number(item.transform[4])),
              fromTop: toMillimetres(height - Number(item.transform[5])),
            },
          ]
        : [],
    )
    const { fnArray, argsArray } = await page.getOperatorList()
    const ids = new Set(fnArray.flatMap((fn, at) => (fn === OPS.setFont ? [String(argsArray[at]?.[0])] : [])))
    const fonts = [...ids].map((id) => {
      const font = page.commonObjs.get(id) as { name: string; missingFile?: boolean }
      return { name: font.name, isEmbedded: font.missingFile !== true }
    })
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
    pages.push({ width: toMillimetres(width), height: toMillimetres(height), text, words, fonts })
  }
  await task.destroy()
  const { Title: title, Language: language } = info as { Title?: string; Language?: string }
  return { title, language, isTagged: mark?.Marked === true, pages }
}
