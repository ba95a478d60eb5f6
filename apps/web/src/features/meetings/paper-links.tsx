import type { MeetingView, Paper } from '@bangvang/contract/meetings'
import { FileText } from 'lucide-react'
import { Link } from 'wouter'
import type { z } from 'zod'
import { Icon } from '../../ui/icon.tsx'

type PaperOf = z.infer<typeof Paper>

function addressOf({ kind, ref }: PaperOf, { id, seasonId }: MeetingView): string {
  switch (kind) {
    case 'draft':
      return `/seasons/${seasonId}/drafts/${ref}`
    case 'board':
    case 'ranking':
    case 'criteria':
      return `/seasons/${ref}/${kind}`
    case 'file':
      return `/api/meetings/${id}/files/${ref}`
    case 'link':
      return ref
  }
}

/** The papers of an item, each a link to the room, file or address where it is. */
export function PaperLinks({ meeting, papers }: { meeting: MeetingView; papers: readonly PaperOf[] }) {
  if (papers.length === 0) return null
  return (
    <ul className="paper-links">
      {papers.map((paper) => {
        const address = addressOf(paper, meeting)
        return (
          <li key={`${paper.kind} ${paper.ref}`}>
            <Icon of={FileText} />
            {paper.kind === 'file' || paper.kind === 'link' ? (
              <a href={address} target="_blank" rel="noreferrer">
                {paper.title}
              </a>
            ) : (
              <Link href={address}>{paper.title}</Link>
            )}
          </li>
        )
      })}
    </ul>
  )
}
