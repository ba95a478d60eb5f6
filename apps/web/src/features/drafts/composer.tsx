import type { NodeView } from '@bangvang/contract/drafts'
import { drafts } from '@bangvang/contract/drafts'
import { wordsOf } from '@bangvang/core/drafts/words'
import { useRef } from 'react'
import { useNow, useSession } from '../../lib/actor.tsx'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { useDesk, useFloor } from './desk-context.tsx'
import { onSendKeys } from './desk-keys.ts'
import type { Composing, ComposingKind } from './desk-state.ts'
import { type KeptComment, keptComment, useKeptComment } from './kept-comment.ts'
import { MentionBox, mentionedIn } from './mention-box.tsx'
import { narrow } from './narrow.ts'
import { useDraftWrite } from './use-draft-cache.ts'
import { SuggestionDiff, WordDiff } from './word-diff.tsx'

const kinds = ['comment', 'suggestion'] as const

/** The text a suggestion writes over: the quoted words, or the whole field of the part. */
function textToEdit({ anchor }: Composing, node: NodeView | undefined): string {
  if (anchor.quote !== null) return anchor.quote.text
  return node === undefined ? '' : (wordsOf(node)[0]?.text ?? '')
}

/** What is sent: a suggestion written over a whole part quotes only the words that differ. */
function saidOf(typed: KeptComment, node: NodeView | undefined) {
  const { anchor, kind, words } = typed
  if (kind === 'comment') return { anchor, replacement: null }
  if (anchor.quote !== null) return { anchor, replacement: words }
  const field = node === undefined ? undefined : wordsOf(node)[0]
  const narrowed = field === undefined ? null : narrow(field.text, words.normalize('NFC'))
  if (field === undefined || narrowed === null) return null
  return {
    anchor: { ...anchor, field: field.field, quote: narrowed.quote },
    replacement: narrowed.replacement,
  }
}

function Kind({ kind, onKind }: { kind: ComposingKind; onKind: (kind: ComposingKind) => void }) {
  const t = useWords()
  return (
    <fieldset>
      <legend className="vh">{t('draft-work.compose.kind')}</legend>
      <div className="opts two">
        {kinds.map((one) => (
          <label key={one}>
            <input type="radio" name="kind" checked={kind === one} onChange={() => onKind(one)} />
            {t(`draft-work.compose.${one}`)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

type WordsProps = { typed: KeptComment; before: string; onWords: (words: string) => void }

/** The words that should stand there, with what that changes. */
function Words({ typed, before, onWords }: WordsProps) {
  const t = useWords()
  const { anchor, words } = typed
  const label =
    anchor.quote === null
      ? t('draft-work.compose.edited')
      : t('draft-work.compose.replacement', { words: anchor.quote.text })
  return (
    <>
      <Field label={label}>
        {(input) => (
          <textarea
            {...input}
            rows={anchor.quote === null ? 5 : 2}
            maxLength={4000}
            value={words}
            onChange={({ target }) => onWords(target.value)}
          />
        )}
      </Field>
      {words === before ? (
        <p className="sm q">{t('draft-work.compose.same')}</p>
      ) : anchor.quote === null ? (
        <p className="diff">
          <WordDiff before={before} after={words} />
        </p>
      ) : (
        <SuggestionDiff quote={anchor.quote} replacement={words} label={t('draft-work.compose.preview')} />
      )}
    </>
  )
}

function Late() {
  const t = useWords()
  const format = useFormat()
  const now = useNow()
  const deadline = useDesk().draft.deadline
  if (deadline === null || now <= deadline) return null
  return <p className="sm warn">{t('draft-work.compose.late', { at: format.dateTime(deadline) })}</p>
}

/** The words to be written take the focus, not the choice before them. */
function focusWords(form: HTMLFormElement | null): void {
  form?.querySelector('textarea')?.focus()
}

/** Sends a new comment and keeps what is typed until it is there. */
function useComposer(composing: Composing) {
  const { draft, cache, people } = useDesk()
  const { dispatch } = useFloor()
  const personId = useSession().person?.id ?? ''
  const node = draft.nodes.find(({ id }) => id === composing.anchor.nodeId)
  const before = textToEdit(composing, node)
  const place = { personId, draftId: draft.id }
  const left = keptComment(personId, draft.id)
  const isSame = JSON.stringify(left?.anchor) === JSON.stringify(composing.anchor)
  const first =
    left !== null && isSame ? { ...left, ...composing } : { ...composing, body: '', words: before }
  const { typed, type, drop } = useKeptComment(place, first)
  const write = useDraftWrite(drafts.commentOn, async (comment) => {
    drop()
    dispatch({ act: 'composed', commentId: comment.id })
    await cache.say(comment)
    void cache.showAgain()
  })
  const said = saidOf(typed, node)
  const send = () => {
    if (said === null || write.isPending) return
    write.mutate({
      params: { draftId: draft.id },
      body: {
        ...said,
        body: typed.body,
        mentions: mentionedIn(typed.body, people).map(({ mandateId }) => mandateId),
      },
    })
  }
  const leave = () => {
    drop()
    dispatch({ act: 'close' })
  }
  return { node, before, typed, type, write, send, leave, isNothing: said === null }
}

function SendActs({ isBusy, onDrop }: { isBusy: boolean; onDrop: () => void }) {
  const t = useWords()
  return (
    <div className="acts">
      <Button type="submit" kind="main" isSmall isBusy={isBusy}>
        {t('draft-work.compose.save')}
      </Button>
      <Button isSmall onClick={onDrop}>
        {t('draft-work.compose.drop')}
      </Button>
      <span className="keys">
        <span>
          <kbd>Ctrl</kbd> <kbd>Enter</kbd> {t('draft-work.compose.saveKey')}
        </span>
        <span>
          <kbd>Esc</kbd> {t('draft-work.compose.dropKey')}
        </span>
      </span>
    </div>
  )
}

/** A new comment on the whole draft, a part, or words of it; a suggestion writes the words that should stand there. */
export function Composer({ composing }: { composing: Composing }) {
  const t = useWords()
  const { cite, people } = useDesk()
  const root = useRef<HTMLElement>(null)
  const { node, before, typed, type, write, send, leave } = useComposer(composing)
  const { anchor, kind, body } = typed
  return (
    <article ref={root} className="cmt on" aria-label={t('draft-work.compose.title')}>
      <p className="by">
        <b>{t('draft-work.compose.title')}</b>
        <time>{t('draft-work.compose.kept')}</time>
      </p>
      <span className="org">
        {anchor.nodeId === null ? t('draft-work.compose.whole') : cite(anchor.nodeId)}
      </span>
      {kind === 'comment' && anchor.quote !== null ? (
        <blockquote className="quote">{anchor.quote.text}</blockquote>
      ) : null}
      <form
        ref={focusWords}
        className="ansform first"
        aria-label={t('draft-work.compose.title')}
        noValidate
        onKeyDown={onSendKeys(send, leave)}
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        {node === undefined ? null : <Kind kind={kind} onKind={(next) => type({ ...typed, kind: next })} />}
        {kind === 'suggestion' && node !== undefined ? (
          <Words typed={typed} before={before} onWords={(words) => type({ ...typed, words })} />
        ) : null}
        <Field label={t(kind === 'comment' ? 'draft-work.compose.bodyComment' : 'draft-work.compose.body')}>
          {(input) => (
            <MentionBox
              input={input}
              rows={kind === 'comment' ? 4 : 2}
              value={body}
              people={people}
              onChange={(next) => type({ ...typed, body: next })}
            />
          )}
        </Field>
        <Late />
        <Refusal error={write.error} />
        <SendActs isBusy={write.isPending} onDrop={leave} />
      </form>
    </article>
  )
}
