import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { beginning } from './node-words.ts'
import type { Unseen } from './use-unseen.ts'

type Props = { unseen: Unseen; isShown: boolean; onShow: (isShown: boolean) => void; onNext: () => void }

/** What is new since the last look: how much, its words marked in the text, and the way from one to the next. */
export function UnseenBar({ unseen: { texts, removed, comments, said }, isShown, onShow, onNext }: Props) {
  const t = useWords()
  if (texts.size + comments.size === 0) return null
  return (
    <section className="unseen" aria-label={t('draft-work.list.unseen')}>
      <p>
        {t('draft-work.unseen.summary', { changes: texts.size, comments: said })}
        {removed.map((words) => (
          <span key={words}> {t('draft-work.unseen.removed', { words: beginning(words) })}</span>
        ))}
      </p>
      {texts.size === 0 ? null : (
        <Button isSmall aria-pressed={isShown} onClick={() => onShow(!isShown)}>
          {t(isShown ? 'draft-work.unseen.hide' : 'draft-work.unseen.show')}
        </Button>
      )}
      <Button isSmall onClick={onNext}>
        {t('draft-work.unseen.next')}
      </Button>
    </section>
  )
}
