import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import { drafts } from '@bangvang/contract/drafts'
import { MOST_NODES } from '@bangvang/core/drafts/check-nodes'
import { type Recognized, recognizeStructure } from '@bangvang/core/drafts/recognize'
import type { WordParagraph } from '@bangvang/core/drafts/recognize-lines'
import { collect } from '../../files/collect.ts'
import { readInThread } from '../../files/read-in-thread.ts'
import type { Call } from '../../http/mount.ts'
import { refusals } from '../../http/problem.ts'
import { isSmallArchive } from '../../workbook/archive.ts'

const mostBytes = 10 * 1024 * 1024
const patience = 10_000

/**
 * A Word document's paragraphs in order, with the names of their styles and how Word numbers them; null where it is no .docx by
 * its content, too large once inflated, or not read within ten seconds.
 */
export async function readWordParagraphs(bytes: Uint8Array): Promise<WordParagraph[] | null> {
  if (!isSmallArchive(bytes)) return null
  return readInThread(new URL('./word-reader.mjs', import.meta.url), { bytes }, patience)
}

const refuse = refusals(drafts.readWord)

/** Reads a Word document and says what structure it seems to have, and where that is doubtful; nothing is kept. */
export async function readWord({ query, request }: Call<typeof drafts.readWord>): Promise<Recognized> {
  const paragraphs = await readWordParagraphs(await collect(request.body as Readable, mostBytes))
  if (paragraphs === null) throw refuse('unreadable-document')
  const found = recognizeStructure(paragraphs, randomUUID, query.kind)
  if (found.nodes.length > MOST_NODES) throw refuse('too-large')
  if (found.nodes.length === 0) throw refuse('unreadable-document')
  return found
}
