import { ApiProblem } from '@bangvang/contract/client'
import { type DraftView, drafts } from '@bangvang/contract/drafts'
import type { FieldError } from '@bangvang/contract/problem'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNow } from '../../lib/actor.tsx'
import { read } from '../../lib/api.ts'
import { useWords, type WordKey } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { useCite } from './labels.ts'
import { beginning } from './node-words.ts'
import { useDraftCache, useDraftWrite } from './use-draft-cache.ts'

type Props = { draft: DraftView; onClose: () => void; onNode: (nodeId: string) => void }

/** The part a fault is at: '#/nodes/<id>/<field>'. */
function nodeOf({ pointer }: FieldError): string | null {
  return /^#\/nodes\/([^/]+)/.exec(pointer)?.[1]?.replaceAll('~1', '/').replaceAll('~0', '~') ?? null
}

function Faults({ faults, draft, onNode }: { faults: readonly FieldError[] } & Omit<Props, 'onClose'>) {
  const t = useWords()
  const cite = useCite(draft.nodes)
  const told = (code: string) => {
    const key = `fault.${code}` as WordKey
    const words = t(key)
    return words === key ? t('fault.custom') : words
  }
  return (
    <div className="refusal" role="alert">
      <p>{t('draft-acts.adopt.faults', { n: faults.length })}</p>
      <ul>
        {faults.map((fault) => {
          const nodeId = nodeOf(fault)
          const words = t('draft-acts.adopt.faultAt', { about: cite(nodeId), fault: told(fault.code) })
          return (
            <li key={`${fault.pointer} ${fault.code}`}>
              {nodeId === null ? (
                words
              ) : (
                <Button kind="quiet" isSmall onClick={() => onNode(nodeId)}>
                  {words}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** The comments without an answer, each leading to its thread. */
function Unanswered({ draftId, onLeave }: { draftId: string; onLeave: () => void }) {
  const t = useWords()
  const { data } = useQuery(read(drafts.listComments, { params: { draftId } }))
  const open = data?.items.filter(({ answer }) => answer === null) ?? []
  return (
    <div className="refusal" role="alert">
      <p>{t('draft-acts.adopt.unanswered', { n: open.length })}</p>
      <ul>
        {open.map(({ id, number, byName, body, replacement }) => (
          <li key={id}>
            <a href={`#comment-${number}`} onClick={onLeave}>
              {number}. {byName}
            </a>
            : {beginning(body === '' ? (replacement ?? '') : body)}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Why it could not be adopted, each thing missing named. */
function Missing({ error, draft, onClose, onNode }: { error: unknown } & Props) {
  const t = useWords()
  const cache = useDraftCache(draft.id)
  if (!(error instanceof ApiProblem)) return <Refusal error={error} />
  const { code, problem } = error
  if (code === 'comments-unanswered') return <Unanswered draftId={draft.id} onLeave={onClose} />
  if (code === 'draft-changed')
    return (
      <div className="notice" role="alert">
        <p>{t('draft-acts.adopt.changed')}</p>
        <Button isSmall onClick={() => void cache.again()}>
          {t('draft-acts.adopt.reload')}
        </Button>
      </div>
    )
  const faults = problem.errors ?? []
  if (code === 'criteria-contradict' || code === 'draft-invalid')
    return <Faults faults={faults} draft={draft} onNode={onNode} />
  return <Refusal error={error} />
}

const dayIn = (now: Date) => new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10)

/** The chair adopts what is on screen: its number, date and legal basis; what is missing is named. */
export function AdoptDialog({ draft, onClose, onNode }: Props) {
  const t = useWords()
  const now = useNow()
  const cache = useDraftCache(draft.id)
  const [number, setNumber] = useState('')
  const [adoptedOn, setAdoptedOn] = useState(() => dayIn(now))
  const [legalBasis, setLegalBasis] = useState(draft.legalBasis)
  const [isPressed, setPressed] = useState(false)
  const adopt = useDraftWrite(drafts.adopt, (view) => {
    cache.put(view)
    onClose()
    return cache.stale()
  })
  const needed = (value: string, words: WordKey) => (isPressed && value.trim() === '' ? t(words) : null)
  const submit = () => {
    setPressed(true)
    if ([number, adoptedOn, legalBasis].some((value) => value.trim() === '')) return
    adopt.mutate({
      params: { draftId: draft.id },
      body: { revision: draft.revision, number, adoptedOn, legalBasis },
    })
  }
  return (
    <Dialog title={t('draft-acts.adopt.title')} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <p>{t('draft-acts.adopt.lead')}</p>
        <Field label={t('draft-acts.adopt.number')} error={needed(number, 'draft-acts.adopt.neededNumber')}>
          {(input) => (
            <input
              {...input}
              maxLength={60}
              value={number}
              onChange={({ target }) => setNumber(target.value)}
            />
          )}
        </Field>
        <Field label={t('draft-acts.adopt.on')} error={needed(adoptedOn, 'draft-acts.adopt.neededOn')}>
          {(input) => (
            <input
              {...input}
              type="date"
              value={adoptedOn}
              onChange={({ target }) => setAdoptedOn(target.value)}
            />
          )}
        </Field>
        <Field label={t('draft-acts.adopt.basis')} error={needed(legalBasis, 'draft-acts.adopt.neededBasis')}>
          {(input) => (
            <textarea
              {...input}
              rows={3}
              maxLength={2000}
              value={legalBasis}
              onChange={({ target }) => setLegalBasis(target.value)}
            />
          )}
        </Field>
        <Missing error={adopt.error} draft={draft} onClose={onClose} onNode={onNode} />
        <div className="acts">
          <Button type="submit" kind="main" isBusy={adopt.isPending}>
            {t('draft-acts.adopt.act', { title: draft.title })}
          </Button>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
