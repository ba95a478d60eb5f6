import type { PaperFormat } from '@bangvang/core/papers/paper'
import type { Paper } from '@bangvang/papers/document'
import { writeDocx } from '@bangvang/papers/docx/write-docx'
import { writePdf } from '@bangvang/papers/pdf/write-pdf'
import { writeWorkbook } from '@bangvang/papers/xlsx/write-xlsx'
import type { FastifyReply } from 'fastify'
import { disposition } from '../../http/disposition.ts'

const contentTypes: Record<PaperFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The bytes of a paper in a format; null where this machine cannot set a pdf, or the paper has no table. */
export async function render(paper: Paper, format: PaperFormat): Promise<Uint8Array | null> {
  switch (format) {
    case 'docx':
      return writeDocx(paper)
    case 'pdf': {
      const written = await writePdf(paper)
      return written.ok ? written.bytes : null
    }
    case 'xlsx':
      return writeWorkbook(paper)
  }
}

// What no file system takes in a name, and no name longer than any takes.
const fileName = (name: string): string =>
  name
    .replaceAll(/[\\/:*?"<>|]/g, '-')
    .slice(0, 120)
    .trim()

/** What every answer with a paper's bytes says of them; nothing in it ever runs here. */
export function headFile(reply: FastifyReply, name: string, format: PaperFormat): FastifyReply {
  return reply
    .header('content-type', contentTypes[format])
    .header('content-disposition', disposition('attachment', `${fileName(name)}.${format}`))
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox")
}
