import './awards.css'
import { awards } from '@bangvang/contract/awards'
import { useSuspenseQuery } from '@tanstack/react-query'
import { read } from '../../lib/api.ts'
import { useFormat } from '../../lib/format.ts'
import { useLoadedWords, useWords } from '../../lib/words.ts'

const rooms = ['awards'] as const

/** Which units were put forward for which award, under a final ranking; nothing where none was. */
export function PublicAwards({ seasonId }: { seasonId: string }) {
  useLoadedWords(rooms)
  const t = useWords()
  const format = useFormat()
  const { data } = useSuspenseQuery(read(awards.showPublic, { params: { seasonId } }))
  if (data.awards.length === 0) return null
  return (
    <section className="public-awards">
      <h2>{t('awards.published.title')}</h2>
      <dl>
        {data.awards.map(({ title, units }) => (
          <div key={title.vi}>
            <dt>{format.text(title)}</dt>
            <dd>{units.map(({ name }) => name).join(', ')}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
