import { criteria } from '@bangvang/contract/criteria'
import type { CriteriaDocument } from '@bangvang/core/criteria/document'
import { listCriteria } from '@bangvang/core/criteria/list'
import { useMutation } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'
import { useWords, type WordKey } from '../../lib/words.ts'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import type { ReadCriteria } from './new-draft-dialog.tsx'

const shown = 200

/** The words of a fault's code: one of the document, or one of the sheet it was read from. */
export function useFaultName() {
  const t = useWords()
  return (code: string): string => {
    const keys = [`criteria.sheetFault.${code}`, `seasons.fault.${code}`] as WordKey[]
    return keys.map((key) => ({ key, words: t(key) })).find(({ key, words }) => words !== key)?.words ?? code
  }
}

function Faults({ faults }: Pick<ReadCriteria, 'faults'>) {
  const t = useWords()
  const nameOf = useFaultName()
  return (
    <>
      <p className="notice">{t('criteria.create.faults', { count: faults.length })}</p>
      <Scroll className="faults" label={t('criteria.create.what')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('criteria.create.at')}</th>
              <th scope="col">{t('criteria.create.what')}</th>
            </tr>
          </thead>
          <tbody>
            {faults.slice(0, shown).map(({ path, code, cell }) => (
              <tr key={`${cell} ${path} ${code}`}>
                <td>
                  <code>{cell ?? path}</code>
                </td>
                <td>{nameOf(code)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {faults.length > shown ? <p>{t('criteria.create.more', { n: faults.length - shown })}</p> : null}
    </>
  )
}

function Verdict({ read }: { read: ReadCriteria }) {
  const t = useWords()
  if (read.faults.length > 0) return <Faults faults={read.faults} />
  const count = listCriteria(read.document as CriteriaDocument).length
  return <p className="ok">{t('criteria.create.sound', { count })}</p>
}

type Props = { read: ReadCriteria | null; onRead: (read: ReadCriteria | null) => void }

/** A file of criteria, read by the server: what it holds, or every fault at its cell. */
export function ReadFile({ read, onRead }: Props) {
  const t = useWords()
  const reading = useMutation({ mutationFn: (file: File) => call(criteria.read, { body: file }) })
  const take = (file: File | undefined) => {
    onRead(null)
    if (file !== undefined) reading.mutate(file, { onSuccess: onRead })
  }
  return (
    <>
      <Field label={t('criteria.create.file')} hint={t('criteria.create.fileHint')}>
        {(input) => (
          <input
            {...input}
            type="file"
            accept=".json,.xlsx,application/json"
            onChange={({ target }) => take(target.files?.[0])}
          />
        )}
      </Field>
      <div role="status">
        {reading.isPending ? t('criteria.create.reading') : read === null ? null : <Verdict read={read} />}
      </div>
      <Refusal error={reading.error} />
    </>
  )
}
