import type { QuorumView } from '@bangvang/contract/meetings'
import { useWords } from '../../lib/words.ts'

/** Who is there, as an exact part of the members: one mark a member, and in words. */
export function Quorum({ quorum }: { quorum: QuorumView }) {
  const t = useWords()
  const { part, base, needed, holds } = quorum
  const marks = Array.from({ length: Math.min(base, 20) }, (_, at) => at)
  return (
    <span className={`quo ${holds ? '' : 'short'}`}>
      {base > 20 ? null : (
        <span aria-hidden="true">
          {marks.map((at) => (
            <i key={at} className={at < part ? 'in' : ''} />
          ))}
        </span>
      )}
      <span>{t(holds ? 'meetings.quorum.holds' : 'meetings.quorum.fails', { part, base, needed })}</span>
    </span>
  )
}
