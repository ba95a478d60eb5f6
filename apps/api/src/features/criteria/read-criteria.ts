import type { Readable } from 'node:stream'
import { criteria } from '@bangvang/contract/criteria'
import { checkCriteria } from '@bangvang/core/criteria/check'
import { collect } from '../../files/collect.ts'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import { brokenText } from '../../http/whole-text.ts'
import { readCriteriaWorkbook } from './criteria-workbook.ts'

const refuse = refusals(criteria.read)
const mostBytes = 4 * 1024 * 1024

function readJson(bytes: Buffer): { document: unknown } | null {
  try {
    return { document: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch {
    return null
  }
}

/** Whether a value can be written again: whole texts, not nested deeper than can be told. */
function isWritable(document: unknown): boolean {
  try {
    return JSON.stringify(document) !== undefined && brokenText(document) === null
  } catch {
    return false
  }
}

// A workbook is a zip archive.
const isArchive = (bytes: Buffer) => bytes.subarray(0, 2).toString('latin1') === 'PK'

type Read = { document: unknown; faults: { path: string; code: string; cell: string | null }[] }

function judged(document: unknown): Read {
  return { document, faults: checkCriteria(document).map((fault) => ({ ...fault, cell: null })) }
}

async function readFile(bytes: Buffer): Promise<Read | null> {
  if (isArchive(bytes)) return readCriteriaWorkbook(bytes)
  const json = readJson(bytes)
  return json === null ? null : judged(json.document)
}

/** Reads criteria from the JSON of scoring.md or from our workbook, and names every fault; nothing is kept. */
export async function readCriteria({ request }: Call<typeof criteria.read>): Promise<Read> {
  const read = await readFile(await collect(request.body as Readable, mostBytes))
  if (read === null || !isWritable(read.document)) throw refuse('unreadable-criteria')
  return { document: read.document, faults: read.faults }
}
