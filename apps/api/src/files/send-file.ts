import type { FastifyReply } from 'fastify'
import type { Deps } from '../http/deps.ts'
import { disposition } from '../http/disposition.ts'
import { sent } from '../http/mount.ts'
import { isShownInline } from './file-kind.ts'
import type { TakenFile } from './keep-file.ts'

type Sending = { deps: Deps; reply: FastifyReply }

/** Sends a file's bytes under its own name, shown only where nothing in it can run; its bytes must be there. */
export function sendFile({ deps, reply }: Sending, file: TakenFile, isDownload: boolean): typeof sent {
  const isInline = !isDownload && isShownInline(file.contentType)
  reply
    .header('content-type', file.contentType)
    .header('content-length', file.size)
    .header('content-disposition', disposition(isInline ? 'inline' : 'attachment', file.name))
    .header('x-content-type-options', 'nosniff')
    .header(
      'content-security-policy',
      "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox",
    )
    .header('cache-control', 'private, no-store')
    .send(deps.files.get(file.sha256))
  return sent
}
