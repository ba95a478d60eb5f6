import { createHash } from 'node:crypto'
import type { OpenedHandover } from '@bangvang/core/handover/check-handover'
import { handoverPaths } from '@bangvang/core/handover/manifest'
import { type Unzipped, unzipSync } from 'fflate'
import { parseJson } from './terminal.ts'

/** A handover holds papers and JSON, no evidence: more than this, unpacked, is none. */
const most = 2 ** 31

/** Whether a file is a zip, told by its first bytes. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
}

function unpack(bytes: Uint8Array): Unzipped | null {
  let size = 0
  try {
    return unzipSync(bytes, {
      filter: ({ originalSize }) => {
        size += originalSize
        if (size > most) throw new RangeError('too large')
        return true
      },
    })
  } catch {
    return null
  }
}

const jsonOf = (text: string | undefined): unknown => {
  const parsed = parseJson(text ?? '')
  return parsed.ok ? parsed.value : undefined
}

/** An archive's files with their hashes, and what of them is checked further; null where it is no zip that can be read. */
export function openHandover(bytes: Uint8Array): OpenedHandover | null {
  const unpacked = unpack(bytes)
  if (unpacked === null) return null
  const files = new Map(
    Object.entries(unpacked).map(([path, content]) => [
      path,
      { size: content.length, sha256: createHash('sha256').update(content).digest('hex') },
    ]),
  )
  const textOf = (path: string) => {
    const content = Object.hasOwn(unpacked, path) ? unpacked[path] : undefined
    return content && new TextDecoder().decode(content)
  }
  const lines = textOf(handoverPaths.journal)?.split('\n')
  return {
    manifest: jsonOf(textOf(handoverPaths.manifest)),
    ranking: jsonOf(textOf(handoverPaths.ranking)),
    journal: lines?.filter((line) => line !== '').map(jsonOf),
    files,
  }
}
