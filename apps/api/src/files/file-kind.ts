import { fileTypeFromBuffer } from 'file-type'

/** The kinds of file that are taken, by content type (issue 2, point 6: PDF, Word, Excel, images). */
const taken = new Set([
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'image/tiff',
])
// Word and Excel before 2007: one container, told apart by name only within that container.
const container = 'application/x-cfb'
const containedByEnding: Record<string, string> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
}

/** The content type of a file by its bytes, never by its name; null where it is of no kind that is taken. */
export async function fileKind(head: Uint8Array, name: string): Promise<string | null> {
  const found = (await fileTypeFromBuffer(head).catch(() => undefined))?.mime as string | undefined
  if (found === undefined) return null
  if (found === container) return containedByEnding[name.toLowerCase().split('.').at(-1) ?? ''] ?? null
  return taken.has(found) ? found : null
}

/** Shown in the browser itself; anything else is only ever downloaded. */
export function isShownInline(contentType: string): boolean {
  return (
    contentType === 'application/pdf' || (contentType.startsWith('image/') && contentType !== 'image/tiff')
  )
}

/** A file's name as its sender's machine called it: NFC, without folders or control characters, at most 200 characters. */
export function fileName(header: string | undefined): string {
  let decoded = ''
  try {
    decoded = decodeURIComponent(header ?? '')
  } catch {
    decoded = ''
  }
  const last = decoded.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const clean = last.replace(/[\p{Cc}\p{Cf}]/gu, '').trim()
  return [...clean].slice(-200).join('') || 'tep'
}
