import { appraisals, type GateView } from '@bangvang/contract/appraisals'
import type { SeasonView } from '@bangvang/contract/seasons'
import { isOpenToAppraisal, mayAppraise } from '@bangvang/core/appraisals/policy'
import type { CriteriaDocument, Gate } from '@bangvang/core/criteria/document'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Ban, Check } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useActor } from '../../lib/actor.tsx'
import { read } from '../../lib/api.ts'
import { takesFocus } from '../../lib/focus.ts'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { Column } from './board-model.ts'
import { Panel } from './cell-panel.tsx'
import { GateForm } from './gate-form.tsx'

type Facts = {
  season: SeasonView
  document: CriteriaDocument
  columns: readonly Column[]
}
type GateProps = Facts & { gate: Gate; decisions: readonly GateView[] }

function useEffectWords(document: CriteriaDocument) {
  const t = useWords()
  const format = useFormat()
  return ({ effect }: Gate): string => {
    if (effect.kind !== 'gradeCap') return t(`appraisals.gates.effect.${effect.kind}`)
    const grade = document.grades?.find(({ code }) => code === effect.grade)
    return t('appraisals.gates.effect.gradeCap', {
      grade: grade === undefined ? effect.grade : format.text(grade.title),
    })
  }
}

function Decision({ decision }: { decision: GateView }) {
  const t = useWords()
  const format = useFormat()
  return (
    <li>
      <p className="by">
        <b>{t(`appraisals.gates.decision.${decision.applies ? 'applied' : 'lifted'}`)}</b>
        <span className="sm q">{decision.byName}</span>
        <time dateTime={decision.at.toISOString()}>{format.dateTime(decision.at)}</time>
      </p>
      <p className="why">{decision.reason}</p>
    </li>
  )
}

/** One unit under a gate: whether it applies, why, and every decision before. */
function UnitGate(props: GateProps & { column: Column }) {
  const { season, gate, decisions, column } = props
  const t = useWords()
  const actor = useActor()
  const [isLifting, setLifting] = useState(false)
  const [hasActed, setActed] = useState(false)
  const own = decisions.filter(({ unitId }) => unitId === column.unitId)
  const last = own.at(-1)
  if (last === undefined) return null
  const earlier = own.slice(0, -1)
  const mayDecide = isOpenToAppraisal(season) && mayAppraise(actor, season, column.unitId)
  const name = { code: gate.code, unit: column.unitName }
  return (
    <li className="unit-gate">
      <p className="lead">
        <b>{column.unitName}</b>
        <Tag icon={last.applies ? Ban : Check} tone={last.applies ? 'warn' : 'ok'}>
          {t(last.applies ? 'appraisals.gates.applied' : 'appraisals.gates.lifted')}
        </Tag>
      </p>
      <ol className="thread">
        <Decision decision={last} />
      </ol>
      {earlier.length === 0 ? null : (
        <details>
          <summary>{t('appraisals.gates.history', { n: earlier.length })}</summary>
          <ol className="thread">
            {earlier.map((decision) => (
              <Decision key={decision.number} decision={decision} />
            ))}
          </ol>
        </details>
      )}
      {!mayDecide || !last.applies ? null : isLifting ? (
        <GateForm
          seasonId={season.id}
          gateCode={gate.code}
          applies={false}
          units={[column]}
          seenOf={() => last.number}
          onDone={() => {
            setActed(true)
            setLifting(false)
          }}
        />
      ) : (
        <Button ref={hasActed ? takesFocus : null} isSmall onClick={() => setLifting(true)}>
          {t('appraisals.gates.lift', name)}
        </Button>
      )}
    </li>
  )
}

function OneGate(props: GateProps) {
  const { season, document, columns, gate, decisions } = props
  const t = useWords()
  const format = useFormat()
  const actor = useActor()
  const effectWords = useEffectWords(document)
  const [isApplying, setApplying] = useState(false)
  const [hasActed, setActed] = useState(false)
  const lastOf = (unitId: string) => decisions.filter((one) => one.unitId === unitId).at(-1)
  const decided = columns.filter(({ unitId }) => lastOf(unitId) !== undefined)
  const open = isOpenToAppraisal(season)
    ? columns.filter(({ unitId }) => mayAppraise(actor, season, unitId) && !lastOf(unitId)?.applies)
    : []
  const [only] = columns
  return (
    <section className="gate">
      <h3>
        {gate.code} <small>{format.text(gate.title)}</small>
      </h3>
      <p className="sm q">{effectWords(gate)}</p>
      {decided.length > 0 ? (
        <ul className="unit-gates">
          {decided.map((column) => (
            <UnitGate key={column.unitId} {...props} column={column} />
          ))}
        </ul>
      ) : (
        <p className="q">
          {columns.length === 1
            ? t('appraisals.gates.noUnitOwn', { unit: only?.unitName ?? '' })
            : t('appraisals.gates.noUnit')}
        </p>
      )}
      {open.length === 0 ? null : isApplying ? (
        <GateForm
          seasonId={season.id}
          gateCode={gate.code}
          applies
          units={open}
          seenOf={(unitId) => lastOf(unitId)?.number ?? 0}
          onDone={() => {
            setActed(true)
            setApplying(false)
          }}
        />
      ) : (
        <Button ref={hasActed ? takesFocus : null} isSmall onClick={() => setApplying(true)}>
          {t('appraisals.gates.apply', { code: gate.code })}
        </Button>
      )}
    </section>
  )
}

function Body(facts: Facts) {
  const t = useWords()
  const { season, document } = facts
  const { data } = useSuspenseQuery(read(appraisals.gates, { params: { seasonId: season.id } }))
  const gates = document.gates ?? []
  if (gates.length === 0) return <p className="panel-note">{t('appraisals.gates.none')}</p>
  return (
    <>
      <p className="panel-note q">{t('appraisals.gates.about')}</p>
      {gates.map((gate) => (
        <OneGate
          key={gate.code}
          {...facts}
          gate={gate}
          decisions={data.items.filter(({ gateCode }) => gateCode === gate.code)}
        />
      ))}
    </>
  )
}

/** The conditions of ranking and awards: which apply to whom, why, and every decision there was. */
export function GatesPanel({ onClose, ...facts }: Facts & { onClose: () => void }) {
  const t = useWords()
  return (
    <Panel
      label={t('appraisals.gates.label')}
      kicker={null}
      title={t('appraisals.gates.title')}
      closeWords={t('appraisals.gates.close')}
      onClose={onClose}
    >
      <Suspense fallback={<Loading rows={4} label={t('shell.loading')} />}>
        <Body {...facts} />
      </Suspense>
    </Panel>
  )
}
