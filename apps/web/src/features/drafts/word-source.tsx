import { drafts } from '@bangvang/contract/drafts'
import type { Output } from '@bangvang/contract/endpoint'
import { inOrder } from '@bangvang/core/drafts/tree'
import { useMutation } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { useMemo } from 'react'
import { call } from '../../lib/api.ts'
import { noteRefusal } from '../../lib/session-lost.ts'
import { useWords, type WordKey } from '../../lib/words.ts'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useLabels } from './labels.ts'
import type { NewNodes, TextDraftKind } from './new-nodes.ts'
import { textOf } from './node-words.ts'

type Found = Output<typeof drafts.readWord>

function Preview({ found: { nodes, doubts } }: { found: Found }) {
  const t = useWords()
  const lines = useMemo(() => nodes.map((node) => ({ ...node, version: 1 })), [nodes])
  const labels = useLabels(lines)
  const count = (kind: string) => nodes.filter((node) => node.kind === kind).length
  const codesOf = new Map<string, string[]>()
  for (const { nodeId, code } of doubts) codesOf.set(nodeId, [...(codesOf.get(nodeId) ?? []), code])
  const doubtWords = (code: string) => {
    const key = `draft-acts.create.doubtCode.${code}`
    const words = t(key as WordKey)
    return words === key ? t('draft-acts.create.doubtCode.other') : words
  }
  return (
    <>
      <p role="status">
        {t('draft-acts.create.found', {
          chapters: count('chapter'),
          articles: count('article'),
          clauses: count('clause'),
          points: count('point'),
          paragraphs: count('paragraph'),
        })}{' '}
        {doubts.length === 0
          ? t('draft-acts.create.noDoubts')
          : t('draft-acts.create.doubts', { n: doubts.length })}
      </p>
      <Scroll label={t('draft-acts.create.preview')} className="word-preview">
        {inOrder(lines).map(({ node }) => (
          <p key={node.id} className={`line ${node.kind}`}>
            <span className="lb">{labels.get(node.id)}</span>
            {textOf(node)}{' '}
            {codesOf.get(node.id)?.map((code) => (
              <Tag key={code} icon={TriangleAlert} tone="warn">
                {t('draft-acts.create.doubt')}: {doubtWords(code)}
              </Tag>
            ))}
          </p>
        ))}
      </Scroll>
    </>
  )
}

type Props = { kind: TextDraftKind; isMissing: boolean; onNodes: (nodes: NewNodes | null) => void }

/** A Word file read into parts, shown with every doubt before anything is made of it. */
export function WordSource({ kind, isMissing, onNodes }: Props) {
  const t = useWords()
  const readWord = useMutation({
    mutationFn: (file: File) => call(drafts.readWord, { query: { kind }, body: file }),
    onSuccess: ({ nodes }) => onNodes(nodes),
    onError: noteRefusal,
  })
  return (
    <>
      <Field
        label={t('draft-acts.create.file')}
        error={isMissing && !readWord.isPending ? t('draft-acts.create.neededFile') : null}
      >
        {(input) => (
          <input
            {...input}
            type="file"
            accept=".docx"
            onChange={({ target }) => {
              const file = target.files?.[0]
              onNodes(null)
              if (file !== undefined) readWord.mutate(file)
            }}
          />
        )}
      </Field>
      {readWord.isPending ? <p role="status">{t('draft-acts.create.reading')}</p> : null}
      <Refusal error={readWord.error} />
      {readWord.data === undefined ? null : <Preview found={readWord.data} />}
    </>
  )
}
