import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

const properties = 'docProps/core.xml'

/** The writer reads the clock; here its times become the paper's own, so that the same paper makes the same bytes. */
export function settled(bytes: Uint8Array, madeAt: Date): Uint8Array {
  const files = unzipSync(bytes)
  const time = `$1${madeAt.toISOString().slice(0, 19)}Z$2`
  const core = strFromU8(files[properties] ?? new Uint8Array())
  files[properties] = strToU8(core.replaceAll(/(<dcterms:\w+[^>]*>)[^<]*(<)/g, time))
  // Local, as a zip's times are: the same bytes in every time zone.
  return zipSync(files, { mtime: new Date(2000, 0, 1) })
}
