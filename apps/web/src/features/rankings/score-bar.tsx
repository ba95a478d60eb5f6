import { useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { isZero, type Row, type Standing } from './standing.ts'

const looks = ['a', 'b', 'c'] as const
const lookOf = (index: number) => looks[Math.min(index, looks.length - 1)]

type Sections = Standing['sections']
const scoredOf = (sections: Sections) => sections.filter(({ role }) => role === 'scored')

// The Content Security Policy takes no style attribute; a width set through CSSOM is none.
const wide = (perCent: number) => (element: HTMLElement | null) => {
  element?.style.setProperty('width', `${perCent}%`)
}

/** What the colours of the bars stand for. */
export function BarKey({ sections }: { sections: Sections }) {
  const t = useWords()
  const format = useFormat()
  return (
    <span className="key">
      {scoredOf(sections).map(({ code, title }, index) => (
        <span key={code}>
          <i className={lookOf(index)} />
          <span className="key-words" title={format.text(title)}>
            {code}. {format.text(title)}
          </span>
        </span>
      ))}
      <span>
        <i className="d" />
        {t('rankings.roll.bonus')}
      </span>
    </span>
  )
}

/** A unit's points as a bar that starts at 0: a piece for each section, then the bonus. `most` is the bar's whole width. */
export function ScoreBar({ row, sections, most }: { row: Row; sections: Sections; most: number }) {
  const t = useWords()
  const format = useFormat()
  const share = (points: string) => (most > 0 ? (Number(points) / most) * 100 : 0)
  const scored = scoredOf(sections)
  const pointsOf = (code: string) => row.sections[code]?.points ?? '0'
  const told = scored.map(({ code }) =>
    t('rankings.roll.section', { code, points: format.points(pointsOf(code)) }),
  )
  const name = t('rankings.roll.bar', {
    sections: told.join('; '),
    bonus: format.points(row.bonus),
    penalty: format.points(row.penalty),
  })
  return (
    <div className="stack" role="img" aria-label={name}>
      {scored.map(({ code }, index) =>
        isZero(pointsOf(code)) ? null : (
          <span key={code} className={lookOf(index)} ref={wide(share(pointsOf(code)))}>
            {format.points(pointsOf(code))}
          </span>
        ),
      )}
      {isZero(row.bonus) ? null : <span className="d" ref={wide(share(row.bonus))} />}
    </div>
  )
}
