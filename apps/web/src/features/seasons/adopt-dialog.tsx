import { ApiProblem } from '@bangvang/contract/client'
import { type SeasonView, seasons } from '@bangvang/contract/seasons'
import type { CriteriaFault } from '@bangvang/core/criteria/check'
import { listCriteria } from '@bangvang/core/criteria/list'
import { dayInVietnam } from '@bangvang/core/people/actor'
import { useState } from 'react'
import { useNow } from '../../lib/actor.tsx'
import { useWrite } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useFaultWords } from '../../lib/refusal.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { type CriteriaFile, readCriteria } from './criteria-file.ts'
import { FaultTable } from './fault-table.tsx'

function FileVerdict({ file }: { file: CriteriaFile }) {
  const t = useWords()
  const format = useFormat()
  if (file.kind === 'unreadable') return <p className="refusal">{t('seasons.criteria.unreadable')}</p>
  if (file.kind === 'faulty')
    return (
      <>
        <p className="refusal">{t('seasons.criteria.faults', { count: file.faults.length })}</p>
        <FaultTable faults={file.faults} />
      </>
    )
  const { document } = file
  return (
    <p className="ok">
      {t('seasons.criteria.sound', {
        title: format.text(document.title),
        count: listCriteria(document).length,
        max: format.points(document.maxPoints),
      })}
    </p>
  )
}

/** The faults that the server names: pointers as paths. */
function serverFaults(error: unknown): CriteriaFault[] {
  if (!(error instanceof ApiProblem) || error.code !== 'criteria-contradict') return []
  return (error.problem.errors ?? []).map(({ pointer, code }) => ({
    path: pointer.replace(/^#\/(?:document\/?)?/, '').replaceAll('/', '.'),
    code: code as CriteriaFault['code'],
  }))
}

type Props = { season: SeasonView; onClose: () => void }

/** Loads a criteria document from a file, tells every fault at its path, and adopts a sound one. */
export function AdoptDialog({ season, onClose }: Props) {
  const t = useWords()
  const now = useNow()
  const [file, setFile] = useState<CriteriaFile | null>(null)
  const adopt = useWrite(seasons.adoptCriteria, ['tasks'])
  const fault = useFaultWords(adopt.error)
  const faults = serverFaults(adopt.error)
  const send = (form: FormData) => {
    if (file?.kind !== 'sound' || adopt.isPending) return
    const body = {
      document: file.document,
      legalBasis: String(form.get('legalBasis')),
      adoptedOn: String(form.get('adoptedOn')),
    }
    adopt.mutate({ params: { seasonId: season.id }, body }, { onSuccess: onClose })
  }
  return (
    <Dialog className="wide" title={t('seasons.criteria.loadTitle')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send(new FormData(event.currentTarget))
        }}
      >
        <Field label={t('seasons.criteria.file')} hint={t('seasons.criteria.fileHint')}>
          {(input) => (
            <input
              {...input}
              type="file"
              accept=".json,application/json"
              required
              onChange={async (event) => {
                const chosen = event.target.files?.[0]
                adopt.reset()
                setFile(chosen === undefined ? null : readCriteria(await chosen.text()))
              }}
            />
          )}
        </Field>
        <div role="status">{file === null ? null : <FileVerdict file={file} />}</div>
        <Field label={t('seasons.criteria.basis')} error={fault('#/legalBasis')}>
          {(input) => <textarea {...input} name="legalBasis" rows={2} required maxLength={1000} />}
        </Field>
        <Field label={t('seasons.criteria.adoptedOn')} error={fault('#/adoptedOn')}>
          {(input) => (
            <input {...input} name="adoptedOn" type="date" required defaultValue={dayInVietnam(now)} />
          )}
        </Field>
        <Refusal error={adopt.error} />
        {faults.length > 0 ? <FaultTable faults={faults} /> : null}
        <div className="acts">
          <Button kind="main" type="submit" isBusy={adopt.isPending} aria-disabled={file?.kind !== 'sound'}>
            {t('seasons.criteria.adopt')}
          </Button>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
