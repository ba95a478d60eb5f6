import { memo } from 'react'
import { type PlacedComment, segmentsOf } from './placed.ts'

type Props = {
  field: string
  text: string
  marks: readonly PlacedComment[]
  /** The open comment, where it is one of the marks. */
  openId: string | null
}

/**
 * The words of one field with the quoted ones marked, and the numbers of the comments on them. The numbers are links of
 * the pointer's: by keyboard the same comments are reached in the margin and by J and K.
 */
export const LineText = memo(function LineText({ field, text, marks, openId }: Props) {
  if (marks.length === 0) return <span data-field={field}>{text}</span>
  return (
    <span data-field={field}>
      {segmentsOf(text, marks).map(({ text: words, start, quotedBy, endsOf }) => (
        <span key={start}>
          {quotedBy.length === 0 ? (
            words
          ) : (
            <span
              className={quotedBy.some(({ comment }) => comment.id === openId) ? 'hl on' : 'hl'}
              data-comment={quotedBy.at(-1)?.comment.id}
            >
              {words}
            </span>
          )}
          {endsOf.map(({ comment }) => (
            <CommentNumber key={comment.id} id={comment.id} number={comment.number} />
          ))}
        </span>
      ))}
    </span>
  )
})

/** The number of a comment where it stands in the text. */
export function CommentNumber({ id, number }: { id: string; number: number }) {
  return (
    <a className="nref" href={`#comment-${number}`} tabIndex={-1} data-comment={id}>
      {number}
    </a>
  )
}
