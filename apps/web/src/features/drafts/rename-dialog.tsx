import { type DraftView, drafts } from '@bangvang/contract/drafts'
import { Suspense, useState } from 'react'
import { useFaultWords } from '../../lib/refusal.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { LawChoice } from './law-choice.tsx'
import { useDraftCache, useDraftWrite } from './use-draft-cache.ts'

/** A draft's title and the legal basis it names in words. */
export function RenameDialog({ draft, onClose }: { draft: DraftView; onClose: () => void }) {
  const t = useWords()
  const cache = useDraftCache(draft.id)
  const [title, setTitle] = useState(draft.title)
  const [legalBasis, setLegalBasis] = useState(draft.legalBasis)
  const [laws, setLaws] = useState<ReadonlySet<string>>(() => new Set(draft.basis.map(({ lawId }) => lawId)))
  const write = useDraftWrite(drafts.rename, (view) => {
    cache.put(view)
    onClose()
    return cache.stale()
  })
  const faultWords = useFaultWords(write.error)
  return (
    <Dialog title={t('draft-acts.rename.title')} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          write.mutate({
            params: { draftId: draft.id },
            body: { title, legalBasis, basisIds: [...laws] },
          })
        }}
      >
        <Field
          label={t('draft-acts.rename.name')}
          error={faultWords('#/title') === null ? null : t('draft-acts.create.needed')}
        >
          {(input) => (
            <input
              {...input}
              maxLength={300}
              value={title}
              onChange={({ target }) => setTitle(target.value)}
            />
          )}
        </Field>
        <Field label={t('draft-acts.rename.basis')}>
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
        <Suspense fallback={<Loading rows={3} />}>
          <LawChoice chosen={laws} onChosen={setLaws} />
        </Suspense>
        <Refusal error={write.error} />
        <div className="acts">
          <Button type="submit" kind="main" isBusy={write.isPending}>
            {t('draft-acts.rename.save')}
          </Button>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
