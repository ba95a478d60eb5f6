import type { CurvePoint, Explanation as Told } from '@bangvang/core/assessments/explain'
import { ruleCurve } from '@bangvang/core/assessments/explain'
import type { CriterionResult } from '@bangvang/core/assessments/result'
import type { Criterion, Text } from '@bangvang/core/criteria/document'
import { X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useFormat } from '../lib/format.ts'
import { useWords } from '../lib/words.ts'
import { Icon } from './icon.tsx'
import { RuleCurve } from './rule-curve.tsx'

export type ExplanationProps = {
  criterion: Criterion
  result: CriterionResult
  /** The trace in words, as core's explainCriterion tells it. */
  explanation: Told
  /** The criteria version the points were made by. */
  version: { year: number; number: number }
}

function Step({ label, words, isQuiet = false }: { label: string; words: Text | null; isQuiet?: boolean }) {
  const format = useFormat()
  if (words === null) return null
  return (
    <li>
      <b>{label}</b>
      <span className={isQuiet ? 'calc q' : 'calc'}>{format.text(words)}</span>
    </li>
  )
}

function curveOf(criterion: Criterion): CurvePoint[] {
  return criterion.measure.kind === 'rank' ? [] : ruleCurve(criterion)
}

/** How points were made, in words: status, measure, rule, calculation, rounding, bonus, and the rule's curve with the unit's dot. */
export function Explanation({ criterion, result, explanation, version }: ExplanationProps) {
  const t = useWords()
  const curve = curveOf(criterion)
  return (
    <>
      <ol className="how">
        <Step label={t('assessments.how.status')} words={explanation.status} />
        <Step label={t('assessments.how.measure')} words={explanation.measure} />
        <Step label={t('assessments.how.rule')} words={explanation.rule} />
        <Step label={t('assessments.how.calculation')} words={explanation.calculation} />
        <Step label={t('assessments.how.rounding')} words={explanation.rounding} />
        <Step label={t('assessments.how.bonus')} words={explanation.bonus} isQuiet />
        <Step label={t('assessments.how.guidance')} words={criterion.guidance ?? null} isQuiet />
      </ol>
      {curve.length > 0 ? <RuleCurve criterion={criterion} curve={curve} result={result} /> : null}
      <p className="pop-f">{t('assessments.how.foot', { ...version, code: criterion.code })}</p>
    </>
  )
}

type ButtonProps = Omit<ExplanationProps, 'explanation'> & {
  /** Made only when the panel opens. */
  explain: () => Told
  /** What the button shows: the points. */
  children: ReactNode
}

// Room that the panel needs above a number to open upwards.
const PANEL_HEIGHT = 420

/** A number that opens how it was made. Escape, the cross and a press elsewhere close it; focus returns to the number. */
export function ExplainedPoints({ explain, children, ...rest }: ButtonProps) {
  const t = useWords()
  const [side, setSide] = useState<'up' | 'down' | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  const open = () => {
    const place = button.current?.getBoundingClientRect()
    const isLow = place !== undefined && place.bottom + PANEL_HEIGHT > window.innerHeight
    setSide(isLow && place.top > PANEL_HEIGHT ? 'up' : 'down')
  }
  const close = () => {
    setSide(null)
    button.current?.focus()
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className="pts"
        aria-expanded={side !== null}
        aria-haspopup="dialog"
        onClick={side === null ? open : close}
      >
        <span className="vh">{t('assessments.how.opens', { code: rest.criterion.code })} </span>
        {children}
      </button>
      {side === null ? null : (
        <Panel id={id} side={side} onClose={close} onLeave={() => setSide(null)} explained={rest}>
          <Explanation {...rest} explanation={explain()} />
        </Panel>
      )}
    </>
  )
}

type PanelProps = {
  id: string
  side: 'up' | 'down'
  explained: Omit<ExplanationProps, 'explanation'>
  onClose: () => void
  onLeave: () => void
  children: ReactNode
}

function Panel({ id, side, explained, onClose, onLeave, children }: PanelProps) {
  const t = useWords()
  const format = useFormat()
  const panel = useRef<HTMLDivElement>(null)
  const leave = useRef(onLeave)
  leave.current = onLeave
  const { criterion, result } = explained
  useEffect(() => {
    panel.current?.querySelector('button')?.focus({ preventScroll: true })
    const outside = (event: Event) => {
      const cell = panel.current?.parentElement
      if (event.target instanceof Node && !cell?.contains(event.target)) leave.current()
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusin', outside)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('focusin', outside)
    }
  }, [])
  return (
    <div
      ref={panel}
      className={`pop pop-how ${side}`}
      role="dialog"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <div className="pop-h">
        <div>
          <p className="sm q">{t('assessments.how.of', { code: criterion.code })}</p>
          <h2 id={id}>
            {t('assessments.how.points', {
              points: format.points(result.points),
              most: format.points(criterion.maxPoints),
            })}
          </h2>
        </div>
        <button type="button" className="tool" aria-label={t('shell.close')} onClick={onClose}>
          <Icon of={X} />
        </button>
      </div>
      {children}
    </div>
  )
}
