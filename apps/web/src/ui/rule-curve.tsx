import type { CurvePoint } from '@bangvang/core/assessments/explain'
import { unitOf } from '@bangvang/core/assessments/explain-measure'
import type { CriterionResult } from '@bangvang/core/assessments/result'
import type { Criterion } from '@bangvang/core/criteria/document'
import { inBoth } from '@bangvang/core/numbers/written'
import { useFormat } from '../lib/format.ts'
import { useWords } from '../lib/words.ts'

const WIDTH = 440
const FLOOR = 48
const CEILING = 14
// Nearer labels than this would touch.
const APART = 60

/** A decimal as short as it reads on a drawing: at most two digits after the point. */
function short(decimal: string): string {
  return String(Math.round(Number(decimal) * 100) / 100)
}

/** Where m and points lie on the drawing, in its own units; a drawing need not be exact. */
function scaleOf(curve: readonly CurvePoint[], most: string) {
  const from = Number(curve[0]?.m ?? 0)
  const span = Number(curve.at(-1)?.m ?? 1) - from || 1
  return {
    x: (m: string) => Math.min(WIDTH, Math.max(0, ((Number(m) - from) / span) * WIDTH)),
    y: (points: string) => FLOOR - (Number(points) / Number(most)) * (FLOOR - CEILING),
  }
}

/** The first and the last corner, which say where the rule begins and ends to take effect. */
function labelledCorners(curve: readonly CurvePoint[], x: (m: string) => number): CurvePoint[] {
  const corners = curve.slice(1, -1)
  const [first, last] = [corners[0], corners.at(-1)]
  if (first === undefined || last === undefined) return []
  return x(last.m) - x(first.m) < APART ? [last] : [first, last]
}

type Props = { criterion: Criterion; curve: readonly CurvePoint[]; result: CriterionResult }

/** The rule as a curve over its measure, with the unit's dot where it is scored. */
export function RuleCurve({ criterion, curve, result }: Props) {
  const t = useWords()
  const format = useFormat()
  const { x, y } = scaleOf(curve, criterion.maxPoints)
  const unit = unitOf(criterion)
  const shown = (m: string) => `${format.text(inBoth((pen) => pen.number(short(m))))}${unit}`
  const path = curve.map(({ m, points }, index) => `${index === 0 ? 'M' : 'L'}${x(m)} ${y(points)}`).join('')
  const dot = result.status === 'scored' && result.measure !== null ? result.measure : null
  const words = { points: format.points(result.points), most: format.points(criterion.maxPoints) }
  const name =
    dot === null
      ? t('assessments.how.curve', words)
      : t('assessments.how.curveAt', { ...words, m: shown(dot) })
  return (
    <svg className="curve" viewBox={`0 0 ${WIDTH} 66`} role="img" aria-label={name}>
      <line className="curve-floor" x1="0" y1={FLOOR} x2={WIDTH} y2={FLOOR} />
      <path className="curve-rule" d={path} />
      {dot === null ? null : (
        <>
          <line className="curve-drop" x1={x(dot)} y1={y(result.points)} x2={x(dot)} y2={FLOOR} />
          <circle className="curve-dot" cx={x(dot)} cy={y(result.points)} r="4.5" />
          <text
            className="curve-here"
            x={x(dot) + (x(dot) > WIDTH / 2 ? -8 : 8)}
            y={Math.max(10, y(result.points) - 6)}
            textAnchor={x(dot) > WIDTH / 2 ? 'end' : 'start'}
          >
            {`${shown(dot)} → ${words.points}`}
          </text>
        </>
      )}
      {labelledCorners(curve, x).map(({ m }) => (
        <text key={m} x={x(m)} y="63" textAnchor="middle">
          {shown(m)}
        </text>
      ))}
    </svg>
  )
}
