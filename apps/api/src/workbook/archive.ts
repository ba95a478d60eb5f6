const endRecord = 0x06054b50
const directoryEntry = 0x02014b50
const mostEntries = 200
const mostBytes = 50 * 1024 * 1024

// The end record stands last, before a comment of at most 65,535 bytes.
function findEnd(view: DataView): number | null {
  const last = view.byteLength - 22
  for (let at = last; at >= 0 && at >= last - 0xffff; at -= 1)
    if (view.getUint32(at, true) === endRecord) return at
  return null
}

// A size of 0 makes a reader look elsewhere for one that was not counted here.
function hidesItsSize(flags: number, packed: number, inflated: number): boolean {
  return (inflated === 0 && packed > 2) || ((flags & 8) !== 0 && packed === 0)
}

/**
 * Whether a zip archive is small enough to be opened: at most 200 entries and 50 MB in all once inflated, by its
 * central directory, beyond which our reader inflates nothing. False for what is no zip archive.
 */
export function isSmallArchive(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === null) return false
  const entries = view.getUint16(end + 10, true)
  if (entries === 0 || entries > mostEntries) return false
  let at = view.getUint32(end + 16, true)
  let total = 0
  for (let entry = 0; entry < entries; entry += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== directoryEntry) return false
    const flags = view.getUint16(at + 8, true)
    const packed = view.getUint32(at + 20, true)
    const inflated = view.getUint32(at + 24, true)
    if (hidesItsSize(flags, packed, inflated)) return false
    total += inflated
    if (total > mostBytes) return false
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return true
}
