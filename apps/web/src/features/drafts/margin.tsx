import { useDeferredValue, useMemo, useState } from 'react'
import { matches } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Field } from '../../ui/field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Composer } from './composer.tsx'
import { useDesk } from './desk-context.tsx'
import type { DeskState } from './desk-state.ts'
import type { PlacedComment } from './placed.ts'
import { Thread } from './thread.tsx'

export const marginFilters = ['all', 'unanswered', 'open', 'fresh'] as const
export type MarginFilter = (typeof marginFilters)[number]

/** More than these are told in a line each until opened. */
const BRIEF_FROM = 40

/** How many are drawn at once; the rest of many follow while the page can be used already. */
const FIRST = 60

const passes = {
  all: () => true,
  unanswered: ({ comment }: PlacedComment) => comment.answer === null,
  open: ({ comment }: PlacedComment) => !comment.isResolved,
}

const soughtIn = ({ comment }: PlacedComment): string =>
  [comment.byName, comment.body, comment.replacement ?? '', comment.anchor.quote?.text ?? ''].join(' ')

/** Which comments the margin shows, in the order of the text. */
export function useMarginFilter(placed: readonly PlacedComment[], fresh: ReadonlySet<string>) {
  const [filter, setFilter] = useState<MarginFilter>('all')
  const [sought, setSought] = useState('')
  const of = useMemo(() => {
    const isFresh = ({ comment }: PlacedComment) => fresh.has(comment.id)
    return (one: MarginFilter) => placed.filter(one === 'fresh' ? isFresh : passes[one])
  }, [placed, fresh])
  const shown = useMemo(
    () => of(filter).filter((one) => sought === '' || matches(soughtIn(one), sought)),
    [of, filter, sought],
  )
  return { filter, setFilter, sought, setSought, countOf: (one: MarginFilter) => of(one).length, shown }
}
export type MarginFiltering = ReturnType<typeof useMarginFilter>

function Controls({ filtering }: { filtering: MarginFiltering }) {
  const t = useWords()
  const { filter, setFilter, sought, setSought, countOf } = filtering
  const options = marginFilters.filter((one) => one !== 'fresh' || countOf('fresh') > 0)
  return (
    <div className="margin-ctl">
      <Segmented<MarginFilter>
        label={t('draft-work.margin.filter')}
        value={filter}
        options={options.map((value) => ({
          value,
          words: t(`draft-work.margin.${value}`, { n: countOf(value) }),
        }))}
        onChange={setFilter}
      />
      {countOf('all') > 10 ? (
        <Field label={<span className="vh">{t('draft-work.margin.find')}</span>}>
          {(input) => (
            <input
              {...input}
              type="search"
              placeholder={t('draft-work.margin.find')}
              value={sought}
              onChange={({ target }) => setSought(target.value)}
            />
          )}
        </Field>
      ) : null}
    </div>
  )
}

type Props = {
  state: DeskState
  filtering: MarginFiltering
  /** Before which of the shown comments a new one stands, by what it is about. */
  composerAt: number
}

/** The comments beside the text in its order, one of them open, and a new one where it belongs. */
export function Margin({ state, filtering, composerAt }: Props) {
  const t = useWords()
  const { mayComment, fresh } = useDesk()
  const { openId, form, composing } = state
  const { countOf } = filtering
  const shown = useDeferredValue(filtering.shown, filtering.shown.slice(0, FIRST))
  const all = countOf('all')
  const firstOrphan = shown.findIndex(({ orphan }) => orphan !== null)
  const composer =
    composing === null ? null : <Composer key={JSON.stringify(composing)} composing={composing} />
  return (
    <aside className="margin" aria-label={t('draft-work.margin.label')}>
      {all > 0 ? <Controls filtering={filtering} /> : null}
      {all === 0 && composing === null ? (
        <p className="q">{t(mayComment ? 'draft-work.margin.none' : 'draft-work.margin.noneReader')}</p>
      ) : null}
      {all > 0 && shown.length === 0 ? <p role="status">{t('draft-work.margin.noneFound')}</p> : null}
      {shown.map((placed, index) => {
        const { id } = placed.comment
        const isOpen = id === openId
        return [
          index === composerAt ? <div key="new">{composer}</div> : null,
          index === firstOrphan ? <h3 key="orphans">{t('draft-work.margin.orphans')}</h3> : null,
          <Thread
            key={id}
            placed={placed}
            isOpen={isOpen}
            form={isOpen ? form : null}
            isBrief={all > BRIEF_FROM}
            isFresh={fresh.has(id)}
          />,
        ]
      })}
      {composerAt >= shown.length ? composer : null}
    </aside>
  )
}
