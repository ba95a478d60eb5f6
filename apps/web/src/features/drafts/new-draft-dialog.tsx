import { drafts } from '@bangvang/contract/drafts'
import type { SeasonView } from '@bangvang/contract/seasons'
import { hasReached } from '@bangvang/core/seasons/season'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useWrite } from '../../lib/api.ts'
import { focusFirstField } from '../../lib/focus.ts'
import { useFormat } from '../../lib/format.ts'
import { useFaultWords } from '../../lib/refusal.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { CopySource } from './copy-source.tsx'
import { type NewNodes, type TextDraftKind, textDraftKinds } from './new-nodes.ts'
import { WordSource } from './word-source.tsx'

const ways = ['empty', 'copy', 'word'] as const
type Way = (typeof ways)[number]
const kinds = [...textDraftKinds, 'criteria'] as const
type Kind = (typeof kinds)[number]

/** What a new draft begins with; its parts are null until they are chosen or read. */
type Source = { way: Way; nodes: NewNodes | null }
const isMissing = ({ way, nodes }: Source) => way !== 'empty' && nodes === null

type SourceProps = {
  season: SeasonView
  kind: TextDraftKind
  isPressed: boolean
  source: Source
  onSource: (source: Source) => void
}

function Source({ season, kind, isPressed, source, onSource }: SourceProps) {
  const t = useWords()
  const { way } = source
  const isAsked = isPressed && isMissing(source)
  const take = (nodes: NewNodes | null) => onSource({ way, nodes })
  return (
    <>
      <div className="field">
        <Segmented<Way>
          label={t('draft-acts.create.from')}
          value={way}
          options={ways.map((value) => ({ value, words: t(`draft-acts.create.${value}`) }))}
          onChange={(next) => onSource({ way: next, nodes: null })}
        />
      </div>
      {way === 'copy' ? <CopySource season={season} kind={kind} isMissing={isAsked} onNodes={take} /> : null}
      {way === 'word' ? <WordSource kind={kind} isMissing={isAsked} onNodes={take} /> : null}
    </>
  )
}

type TextProps = { season: SeasonView; kind: TextDraftKind; onClose: () => void }

/** What a new draft is made of and what it is called; the title follows kind and year until it is typed over. */
function TextForm({ season, kind, onClose }: TextProps) {
  const t = useWords()
  const format = useFormat()
  const [, go] = useLocation()
  const [year, setYear] = useState(String(season.year + (hasReached(season.phase, 'deliberation') ? 1 : 0)))
  const [typedTitle, setTypedTitle] = useState<string | null>(null)
  const [source, setSource] = useState<Source>({ way: 'empty', nodes: null })
  const [isPressed, setPressed] = useState(false)
  const create = useWrite(drafts.create, ['seasons'])
  const faultWords = useFaultWords(create.error)
  const title =
    typedTitle ?? t(`draft-acts.create.${kind}`, { cluster: format.text(season.clusterName), year })
  const save = () => {
    setPressed(true)
    if (isMissing(source)) return
    create.mutate(
      {
        params: { seasonId: season.id },
        body: { kind, year: Number(year), title, nodes: [...(source.nodes ?? [])] },
      },
      { onSuccess: ({ id }) => go(`/seasons/${season.id}/drafts/${id}?edit`) },
    )
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Field label={t('draft-acts.create.year')} error={faultWords('#/year')}>
        {(input) => (
          <input
            {...input}
            inputMode="numeric"
            value={year}
            onChange={({ target }) => setYear(target.value)}
          />
        )}
      </Field>
      <Field
        label={t('draft-acts.create.name')}
        error={faultWords('#/title') === null ? null : t('draft-acts.create.needed')}
      >
        {(input) => (
          <input
            {...input}
            maxLength={300}
            value={title}
            onChange={({ target }) => setTypedTitle(target.value)}
          />
        )}
      </Field>
      <Source season={season} kind={kind} isPressed={isPressed} source={source} onSource={setSource} />
      <Refusal error={create.error} />
      <div className="acts">
        <Button type="submit" kind="main" isBusy={create.isPending}>
          {t('draft-acts.create.save')}
        </Button>
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
      </div>
    </form>
  )
}

type Props = { season: SeasonView; onClose: () => void }

/** A new draft: empty, a copy of an earlier one, or read from a Word file; criteria are begun in their own room. */
export function NewDraftDialog({ season, onClose }: Props) {
  const t = useWords()
  const [kind, setKind] = useState<Kind>('regulation')
  return (
    <Dialog title={t('draft-acts.create.title')} onClose={onClose} className="wide">
      <div className="form" ref={(form) => focusFirstField(form as HTMLFormElement | null)}>
        <Field label={t('draft-acts.create.kind')}>
          {(input) => (
            <select {...input} value={kind} onChange={({ target }) => setKind(target.value as Kind)}>
              {kinds.map((one) => (
                <option key={one} value={one}>
                  {t(`draft-work.kind.${one}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {kind === 'criteria' ? (
        <>
          <p>{t('draft-acts.create.criteria')}</p>
          <p>
            <Link className="btn main" href={`/seasons/${season.id}/criteria/versions`}>
              {t('draft-acts.create.toCriteria')}
            </Link>
          </p>
        </>
      ) : (
        <TextForm key={kind} season={season} kind={kind} onClose={onClose} />
      )}
    </Dialog>
  )
}
