import { laws } from '@bangvang/contract/laws'
import { mayKeepLaws } from '@bangvang/core/laws/policy'
import { dayInVietnam } from '@bangvang/core/people/actor'
import { useSuspenseQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { useActor, useNow } from '../../lib/actor.tsx'
import { read } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorPage } from '../../ui/error-page.tsx'
import { Heading } from '../../ui/heading.tsx'
import { LawFlags } from '../../ui/law-flags.tsx'
import { type FlaggedLaw, flagLaws } from './flagged.ts'
import { LawDialog } from './law-dialog.tsx'
import { LawText } from './law-text.tsx'

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

function Facts({ law }: { law: FlaggedLaw }) {
  const t = useWords()
  const format = useFormat()
  const day = (iso: string | null, none: string) =>
    iso === null ? <span className="q">{none}</span> : format.day(iso)
  return (
    <dl className="law-facts">
      <Fact name={t('laws.column.kind')}>{t(`laws.kind.${law.kind}`)}</Fact>
      {law.issuer === '' ? null : <Fact name={t('laws.field.issuer')}>{law.issuer}</Fact>}
      <Fact name={t('laws.field.issuedOn')}>{day(law.issuedOn, t('laws.notKnown'))}</Fact>
      <Fact name={t('laws.field.effectiveFrom')}>{day(law.effectiveFrom, t('laws.notKnown'))}</Fact>
      <Fact name={t('laws.field.effectiveTo')}>{day(law.effectiveTo, t('laws.noEnd'))}</Fact>
      {law.note === '' ? null : <Fact name={t('laws.field.note')}>{law.note}</Fact>}
      {law.uncertainty === '' ? null : <Fact name={t('laws.field.uncertainty')}>{law.uncertainty}</Fact>}
    </dl>
  )
}

type Other = { id: string; number: string; isInPart: boolean; note: string }

function Others({ title, others }: { title: string; others: readonly Other[] }) {
  const t = useWords()
  if (others.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul className="plain-list">
        {others.map(({ id, number, isInPart, note }) => (
          <li key={id}>
            <Link href={`/laws/${id}`}>{number}</Link>
            {isInPart ? <span className="q">{t('laws.replaces.inPart')}</span> : null}
            {note === '' ? null : <span>{note}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What the law says it replaces, and what says it replaces the law, each link by itself. */
function linksOf(law: FlaggedLaw, shelf: readonly FlaggedLaw[]): Record<'older' | 'newer', Other[]> {
  const byId = new Map(shelf.map((one) => [one.id, one]))
  return {
    older: law.replaces.map((one) => ({ ...one, id: one.lawId, number: byId.get(one.lawId)?.number ?? '' })),
    newer: shelf.flatMap(({ id, number, replaces }) =>
      replaces.filter(({ lawId }) => lawId === law.id).map((one) => ({ ...one, id, number })),
    ),
  }
}

/** One legal document: its facts, where it stands today, what it replaces and what replaces it, its text. */
export function LawPage({ lawId }: { lawId: string }) {
  const t = useWords()
  const format = useFormat()
  const mayKeep = mayKeepLaws(useActor())
  const today = dayInVietnam(useNow())
  const [isEditing, setEditing] = useState(false)
  const { items } = useSuspenseQuery(read(laws.list, {})).data
  const shelf = flagLaws(items, today)
  const law = shelf.find(({ id }) => id === lawId)
  if (law === undefined) return <ErrorPage kind="notFound" />
  const { older, newer } = linksOf(law, shelf)
  return (
    <div className="reading">
      <p className="kicker">
        <Link href="/laws">{t('laws.back')}</Link>
      </p>
      <Heading title={law.number} />
      <p className="law-title">{format.text(law.title)}</p>
      <p className="lead">
        <LawFlags {...law} />
        {mayKeep ? (
          <Button isSmall onClick={() => setEditing(true)}>
            {t('laws.edit')}
          </Button>
        ) : null}
      </p>
      <section>
        <Facts law={law} />
      </section>
      <Others title={t('laws.replaces.title')} others={older} />
      <Others title={t('laws.replaces.by')} others={newer} />
      <LawText law={law} mayKeep={mayKeep} />
      {isEditing ? <LawDialog law={law} shelf={items} onClose={() => setEditing(false)} /> : null}
    </div>
  )
}
