import { appraisals, type CellView } from '@bangvang/contract/appraisals'
import { explainCriterion } from '@bangvang/core/assessments/explain'
import type { CompiledCriteria } from '@bangvang/core/assessments/score'
import type { PlacedCriterion } from '@bangvang/core/criteria/list'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Calculator, X } from 'lucide-react'
import { type ReactNode, Suspense, useEffect, useId, useRef, useState } from 'react'
import { Link } from 'wouter'
import { read } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Explanation } from '../../ui/explanation.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Loading } from '../../ui/loading.tsx'
import type { Cell, Column } from './board-model.ts'
import { ChangedTarget } from './changed-target.tsx'
import { Decide } from './decide.tsx'
import { EvidenceList } from './evidence-list.tsx'
import { Ledger } from './ledger.tsx'

/** The frame of what opens beside the board. Focus goes to its heading; Escape closes it. */
export function Panel({ label, kicker, title, closeWords, onClose, children }: PanelProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <aside
      className="panel"
      aria-label={label}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onClose()
      }}
    >
      <div className="panel-h">
        {kicker === null ? null : <p className="sm q">{kicker}</p>}
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" className="tool" aria-label={closeWords} onClick={onClose}>
          <Icon of={X} />
        </button>
      </div>
      {children}
    </aside>
  )
}
type PanelProps = {
  label: string
  kicker: string | null
  title: string
  closeWords: string
  onClose: () => void
  children: ReactNode
}

type BodyProps = {
  seasonId: string
  unitId: string
  placed: PlacedCriterion
  compiled: CompiledCriteria
  version: { year: number; number: number }
  final: Cell | null
}

function How({ cell, placed, compiled, version }: BodyProps & { cell: CellView }) {
  const t = useWords()
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const { answer, status, measure, points, bonus } = cell.effective
  const decision = cell.appraisals.at(-1)?.decision
  const { criterion } = placed
  const result = { status, measure, points, bonus }
  return (
    <>
      <Button
        kind="quiet"
        isSmall
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon of={Calculator} />
        {t('appraisals.panel.how', { points: format.points(points) })}
      </Button>
      {isOpen ? (
        <div id={id} className="panel-how">
          <Explanation
            criterion={criterion}
            result={result}
            version={version}
            explanation={explainCriterion(compiled.document, {
              criterionCode: criterion.code,
              answer: answer ?? undefined,
              override: decision?.kind === 'overridden' ? decision : undefined,
              result,
            })}
          />
        </div>
      ) : null}
    </>
  )
}

function Body(props: BodyProps) {
  const { seasonId, unitId, placed, compiled, final } = props
  const t = useWords()
  const { criterion } = placed
  const params = { seasonId, unitId, criterionCode: criterion.code }
  const { data: cell } = useSuspenseQuery(read(appraisals.cell, { params }))
  return (
    <>
      <section>
        <h3>
          {t('appraisals.panel.layers')} <small>{t('appraisals.panel.kept')}</small>
        </h3>
        <Ledger cell={cell} criterion={criterion} final={final} />
        <How {...props} cell={cell} />
      </section>
      {cell.changedTarget === null ? null : <ChangedTarget changed={cell.changedTarget} />}
      <section>
        <h3>
          {t('appraisals.evidence.title')}{' '}
          <small>{t('appraisals.evidence.files', { n: cell.evidence.length })}</small>
        </h3>
        <EvidenceList files={cell.evidence} />
        <p className="panel-link">
          <Link href={`/seasons/${seasonId}/assessments/${unitId}#${criterion.code}`}>
            {t('appraisals.panel.sheet')}
          </Link>
        </p>
      </section>
      {cell.mayAppraise ? (
        <Decide seasonId={seasonId} cell={cell} criterion={criterion} compiled={compiled} />
      ) : null}
    </>
  )
}

type Props = Omit<BodyProps, 'unitId'> & { column: Column; onClose: () => void }

/** An open cell: its layers, how its points were made, its evidence, and the appraiser's decision. */
export function CellPanel({ column, onClose, ...rest }: Props) {
  const t = useWords()
  const format = useFormat()
  const { code, title, maxPoints } = rest.placed.criterion
  const name = { unit: column.unitName, code }
  return (
    <Panel
      label={t('appraisals.panel.label', name)}
      kicker={t('appraisals.panel.kicker', { ...name, most: format.points(maxPoints) })}
      title={format.text(title)}
      closeWords={t('appraisals.panel.close')}
      onClose={onClose}
    >
      <Suspense fallback={<Loading rows={4} label={t('shell.loading')} />}>
        <Body {...rest} unitId={column.unitId} />
      </Suspense>
    </Panel>
  )
}
