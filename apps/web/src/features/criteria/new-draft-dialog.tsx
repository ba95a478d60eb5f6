import { criteria, type VersionSummary } from '@bangvang/contract/criteria'
import { drafts } from '@bangvang/contract/drafts'
import type { Output } from '@bangvang/contract/endpoint'
import type { SeasonView } from '@bangvang/contract/seasons'
import { isObject } from '@bangvang/core/criteria/by-code'
import { toNodes } from '@bangvang/core/criteria/nodes'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../lib/api.ts'
import { useFaultWords } from '../../lib/refusal.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { newId } from './new-id.ts'
import { ReadFile } from './read-file.tsx'

type Source = 'version' | 'file' | 'empty'
export type ReadCriteria = Output<typeof criteria.read>

const emptyDocument = (code: string, year: number, title: string) => ({
  code,
  year,
  title: { vi: title, en: '' },
  decimals: 2,
  maxPoints: '0',
  sections: [],
})

/** A document as the parts of a draft for a year: what it is called and which year it is of are the draft's. */
export function nodesFor(document: unknown, year: number) {
  return toNodes(isObject(document) ? { ...document, year } : document, newId)
}

type Props = { season: SeasonView; versions: readonly VersionSummary[]; onClose: () => void }

/** Where a draft begins, as far as it is chosen, and the document it begins with. */
function useBeginning(season: SeasonView, versions: readonly VersionSummary[]) {
  const [source, setSource] = useState<Source>(versions.length > 0 ? 'version' : 'file')
  const [versionId, setVersionId] = useState(versions[0]?.id ?? '')
  const [file, setFile] = useState<ReadCriteria | null>(null)
  const documentOf = async (title: string, year: number): Promise<unknown> => {
    if (source === 'file') return file?.document
    if (source === 'empty') return emptyDocument(season.clusterId, year, title)
    return (await call(criteria.version, { params: { versionId } })).document
  }
  const isChosen = source !== 'file' || file !== null
  return { ...{ source, setSource, versionId, setVersionId }, ...{ file, setFile, documentOf, isChosen } }
}
type Beginning = ReturnType<typeof useBeginning>

const sourceWords = { version: 'fromVersion', file: 'fromFile', empty: 'empty' } as const

function SourceFields({ begun, versions }: { begun: Beginning; versions: readonly VersionSummary[] }) {
  const t = useWords()
  const sources: readonly Source[] = versions.length > 0 ? ['version', 'file', 'empty'] : ['file', 'empty']
  return (
    <>
      <Segmented
        label={t('criteria.create.source')}
        value={begun.source}
        options={sources.map((value) => ({ value, words: t(`criteria.create.${sourceWords[value]}`) }))}
        onChange={begun.setSource}
      />
      {begun.source === 'file' ? <ReadFile read={begun.file} onRead={begun.setFile} /> : null}
      {begun.source === 'version' ? (
        <Field label={t('criteria.create.version')}>
          {(input) => (
            <select
              {...input}
              value={begun.versionId}
              onChange={({ target }) => begun.setVersionId(target.value)}
            >
              {versions.map(({ id, year, number }) => (
                <option key={id} value={id}>
                  {t('criteria.versions.name', { year, number })}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
    </>
  )
}

type NamedProps = { year: number; onYear: (year: number) => void; fault: string | null }

function NameFields({ year, onYear, fault }: NamedProps) {
  const t = useWords()
  return (
    <div className="row-2">
      <Field label={t('criteria.create.year')}>
        {(input) => (
          <input
            {...input}
            type="number"
            min={1948}
            max={9999}
            required
            defaultValue={year}
            onChange={({ target }) => onYear(target.valueAsNumber || year)}
          />
        )}
      </Field>
      <Field label={t('criteria.create.name')} error={fault}>
        {(input) => (
          <input
            {...input}
            key={year}
            name="title"
            required
            maxLength={300}
            defaultValue={t('criteria.create.nameOf', { year })}
          />
        )}
      </Field>
    </div>
  )
}

/** A new draft of criteria, from any version, from a file, or empty (issue 3, point 1). */
export function NewDraftDialog({ season, versions, onClose }: Props) {
  const t = useWords()
  const [, navigate] = useLocation()
  const cache = useQueryClient()
  const begun = useBeginning(season, versions)
  const [year, setYear] = useState(season.phase === 'preparing' ? season.year : season.year + 1)
  const create = useMutation({
    mutationFn: async (title: string) => {
      const nodes = nodesFor(await begun.documentOf(title, year), year)
      const body = { kind: 'criteria' as const, year, title, nodes }
      return call(drafts.create, { params: { seasonId: season.id }, body })
    },
    onSuccess: ({ id }) => {
      void cache.invalidateQueries({ queryKey: ['seasons'] })
      navigate(`/seasons/${season.id}/drafts/${id}/criteria`)
    },
  })
  const fault = useFaultWords(create.error)
  return (
    <Dialog className="wide" title={t('criteria.create.title')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (begun.isChosen && !create.isPending)
            create.mutate(String(new FormData(event.currentTarget).get('title')))
        }}
      >
        <NameFields year={year} onYear={setYear} fault={fault('#/title')} />
        <SourceFields begun={begun} versions={versions} />
        <Refusal error={create.error} />
        <div className="acts">
          <Button kind="main" type="submit" isBusy={create.isPending} aria-disabled={!begun.isChosen}>
            {t('criteria.create.act')}
          </Button>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
