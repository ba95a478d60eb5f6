import type { NodeView } from '@bangvang/contract/drafts'
import { quoteAt } from '@bangvang/core/drafts/anchor'
import type { Anchor } from '@bangvang/core/drafts/draft'
import { fieldText } from '@bangvang/core/drafts/words'
import { useWords } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import type { ComposingKind, DeskState } from './desk-state.ts'
import { beginning } from './node-words.ts'

/** What a new comment would be about: the picked words, else the part the reader stands at, else the whole draft. */
export function anchorOf({ picked, nodeId }: DeskState, nodes: readonly NodeView[]): Anchor {
  const node = nodes.find(({ id }) => id === (picked?.nodeId ?? nodeId))
  if (node === undefined) return { nodeId: null, field: null, quote: null }
  const text = picked === null ? null : fieldText(node, picked.field)
  if (picked === null || text === null) return { nodeId: node.id, field: null, quote: null }
  return { nodeId: node.id, field: picked.field, quote: quoteAt(text, picked.start, picked.end) }
}

type Props = {
  anchor: Anchor
  cite: (nodeId: string | null) => string
  onCompose: (kind: ComposingKind) => void
}

/** What is picked or stood at, and what can be said of it: by touch and by mouse what C and S are by keyboard. */
export function PickedBar({ anchor, cite, onCompose }: Props) {
  const t = useWords()
  if (anchor.nodeId === null) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: acts beside each other are no form's fieldset
    <div className="picked" role="group" aria-label={t('draft-work.page.selection')}>
      <p>
        {anchor.quote === null
          ? t('draft-work.page.at', { about: cite(anchor.nodeId) })
          : t('draft-work.page.picked', { words: beginning(anchor.quote.text) })}
      </p>
      <Button isSmall onClick={() => onCompose('comment')}>
        {t('draft-work.page.comment')}
      </Button>
      <Button isSmall onClick={() => onCompose('suggestion')}>
        {t('draft-work.page.suggest')}
      </Button>
    </div>
  )
}
