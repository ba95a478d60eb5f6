import { assessments } from '@bangvang/contract/assessments'
import { addressOf } from '@bangvang/contract/client'
import { type CorrectionView, criteria } from '@bangvang/contract/criteria'
import { seasons } from '@bangvang/contract/seasons'
import type { Answer, AnswerField } from '@bangvang/core/assessments/answer'
import { speaksForUnit } from '@bangvang/core/assessments/policy'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Check, CircleDashed } from 'lucide-react'
import { Link } from 'wouter'
import { useActor } from '../../lib/actor.tsx'
import { read, useWrite } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Heading } from '../../ui/heading.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { Tag } from '../../ui/tag.tsx'

type Unit = CorrectionView['units'][number]
type SetAside = Unit['setAside'][number]

const answerFields: readonly AnswerField[] = [
  ...(['value', 'target', 'actual', 'part', 'whole', 'count', 'option', 'checked', 'points'] as const),
]
/** The fields that say enough without their name. */
const plainFields: readonly AnswerField[] = ['value', 'option', 'checked', 'points']

function useAnswerWords() {
  const t = useWords()
  const format = useFormat()
  return (answer: Answer | null): string => {
    if (answer === null) return ''
    if ('notApplicable' in answer) return t('criteria.corrections.notApplicable')
    const said: Partial<Record<AnswerField, unknown>> = answer
    return answerFields
      .filter((field) => said[field] !== undefined)
      .map((field) => {
        const value = said[field]
        const words = Array.isArray(value) ? value.join(', ') : format.points(String(value))
        return plainFields.includes(field) ? words : `${t(`assessments.field.${field}`)} ${words}`
      })
      .join('; ')
  }
}

function SetAsideTable({ setAside }: { setAside: readonly SetAside[] }) {
  const t = useWords()
  const words = useAnswerWords()
  return (
    <Scroll label={t('criteria.corrections.setAside')}>
      <table className="table">
        <caption className="caption">{t('criteria.corrections.setAside')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('criteria.field.code')}</th>
            <th scope="col">{t('criteria.corrections.was')}</th>
            <th scope="col">{t('criteria.corrections.note')}</th>
            <th scope="col">{t('criteria.corrections.files')}</th>
            <th scope="col">{t('criteria.corrections.why')}</th>
          </tr>
        </thead>
        <tbody>
          {setAside.map((one) => (
            <tr key={one.code}>
              <th scope="row">{one.code}</th>
              <td>{words(one.answer)}</td>
              <td>{one.note}</td>
              <td>
                {one.evidence.map(({ id, name }) => (
                  <a key={id} href={addressOf(assessments.evidence, { params: { evidenceId: id } })}>
                    {name}
                  </a>
                ))}
              </td>
              <td>{t(`criteria.why.${one.why}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function ReadState({ unit }: { unit: Unit }) {
  const t = useWords()
  const format = useFormat()
  return unit.read === null ? (
    <Tag icon={CircleDashed} tone="warn">
      {t('criteria.corrections.unread')}
    </Tag>
  ) : (
    <Tag icon={Check} tone="ok">
      {t('criteria.corrections.read', { name: unit.read.byName, at: format.dateTime(unit.read.at) })}
    </Tag>
  )
}

function Acknowledge({ correctionId }: { correctionId: string }) {
  const t = useWords()
  const acknowledge = useWrite(criteria.acknowledge, ['seasons', 'tasks'])
  return (
    <>
      <Refusal error={acknowledge.error} />
      <Button
        kind="main"
        isBusy={acknowledge.isPending}
        onClick={() => acknowledge.mutate({ params: { correctionId } })}
      >
        {t('criteria.corrections.acknowledge')}
      </Button>
    </>
  )
}

type UnitProps = { unit: Unit; correctionId: string; seasonId: string }

function UnitPart({ unit, correctionId, seasonId }: UnitProps) {
  const t = useWords()
  const isOwn = speaksForUnit(useActor(), { seasonId, unitId: unit.unitId })
  const { kept, moved, setAside } = unit
  return (
    <article className="corrected-unit">
      <h3>
        {unit.unitName} <ReadState unit={unit} />
      </h3>
      {unit.isReturned ? <p className="notice">{t('criteria.corrections.returned')}</p> : null}
      {moved.length + setAside.length === 0 ? <p>{t('criteria.corrections.untouched')}</p> : null}
      <p>
        {t('criteria.corrections.kept', { n: kept })}
        {moved.length === 0 ? null : `, ${t('criteria.corrections.moved', { n: moved.length })}: `}
        {moved.map((one) => t('criteria.corrections.movedTo', one)).join(', ')}
      </p>
      {setAside.length === 0 ? null : <SetAsideTable setAside={setAside} />}
      {isOwn ? (
        <div className="acts">
          {unit.read === null ? <Acknowledge correctionId={correctionId} /> : null}
          <Link className="btn" href={`/seasons/${seasonId}/assessments/${unit.unitId}`}>
            {t('criteria.corrections.toSheet')}
          </Link>
        </div>
      ) : null}
    </article>
  )
}

function Correction({ correction, seasonId }: { correction: CorrectionView; seasonId: string }) {
  const t = useWords()
  const format = useFormat()
  const { id, from, to, byName, at, reason, units } = correction
  return (
    <section>
      <h2>{t('criteria.corrections.head', { from: from.number, to: to.number })}</h2>
      <p className="q">{t('criteria.corrections.by', { name: byName, at: format.dateTime(at) })}</p>
      <p>{reason}</p>
      <p>
        <Link href={`/seasons/${seasonId}/criteria/compare?from=version:${from.id}&to=version:${to.id}`}>
          {t('criteria.corrections.changes')}
        </Link>
      </p>
      {units.map((unit) => (
        <UnitPart key={unit.unitId} unit={unit} correctionId={id} seasonId={seasonId} />
      ))}
    </section>
  )
}

/** The corrections of the season's criteria, and what each changed for the reader's unit, or for every unit. */
export function CorrectionsPage({ seasonId }: { seasonId: string }) {
  const t = useWords()
  const { data: season } = useSuspenseQuery(read(seasons.show, { params: { seasonId } }))
  const { data } = useSuspenseQuery(read(criteria.corrections, { params: { seasonId } }))
  return (
    <div className="reading">
      <p className="kicker">
        <Link href={`/seasons/${seasonId}/criteria/versions`}>{t('criteria.versions.title')}</Link>
      </p>
      {data.items.length === 0 ? (
        <>
          <Heading title={t('criteria.corrections.window')} />
          <Empty>{t('criteria.corrections.none')}</Empty>
        </>
      ) : (
        <Heading title={t('criteria.corrections.window')}>
          {t('criteria.corrections.title', { year: season.year, n: data.items.length })}
        </Heading>
      )}
      {data.items.map((correction) => (
        <Correction key={correction.id} correction={correction} seasonId={seasonId} />
      ))}
    </div>
  )
}
