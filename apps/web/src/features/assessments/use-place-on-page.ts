import type { CriteriaDocument, Section } from '@bangvang/core/criteria/document'
import { isHeading } from '@bangvang/core/criteria/document'
import type { PlacedCriterion } from '@bangvang/core/criteria/list'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { enterCell } from './keyboard.ts'

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  window.addEventListener('popstate', listener)
  return () => {
    window.removeEventListener('hashchange', listener)
    window.removeEventListener('popstate', listener)
  }
}

function codeInAddress(): string {
  try {
    return decodeURIComponent(window.location.hash.slice(1))
  } catch {
    return ''
  }
}

/** The section that a code of the address lies in: the section's own, a heading's, a criterion's. */
function sectionOf(code: string, document: CriteriaDocument, placed: readonly PlacedCriterion[]) {
  return (
    document.sections.find((section) => section.code === code) ??
    document.sections.find(({ criteria }) =>
      criteria.some((node) => isHeading(node) && node.code === code),
    ) ??
    placed.find(({ criterion }) => criterion.code === code)?.section
  )
}

/** The section on screen, by the address's `#code`; a criterion's code takes the focus to its row. */
export function usePlaceOnPage(
  document: CriteriaDocument,
  placed: readonly PlacedCriterion[],
): Section | undefined {
  const code = useSyncExternalStore(subscribe, codeInAddress)
  const [last, setLast] = useState<Section | undefined>(document.sections[0])
  const section = sectionOf(code, document, placed) ?? last
  if (section !== last) setLast(section)
  useEffect(() => {
    if (code === '') return
    const target = window.document.getElementById(code)
    const cell = target?.querySelector<HTMLElement>('[data-column]')
    if (cell) enterCell(cell)
    target?.scrollIntoView?.({ block: 'center' })
  }, [code])
  return section
}
