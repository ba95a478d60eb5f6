import { type Dispatch, type RefObject, useEffect, useState } from 'react'
import type { DeskAct, DeskState } from './desk-state.ts'
import { pickedWords } from './picked.ts'
import type { PlacedComment } from './placed.ts'

const partOf = (nodeId: string) => document.getElementById(`part-${nodeId}`)

/** Whether an element lies in the window, below the bars and above what may cover its foot. */
function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return top > 120 && bottom < window.innerHeight - 80
}

/** Brings an element of the text into sight, where it is not. */
export function bringIntoSight(element: Element | null | undefined): void {
  if (element && !isInSight(element)) element.scrollIntoView({ block: 'center' })
}

/** Puts the focus on a part of the text, and the text where it can be read. */
export function goToPart(nodeId: string): void {
  const part = partOf(nodeId)
  part?.focus({ preventScroll: true })
  bringIntoSight(part)
}

/** A long draft is drawn in two goes: how many frames to wait for what is not there yet. */
const PATIENCE = 120

/** Opens the view on a comment; false while it is not drawn yet. */
function showComment(root: HTMLElement, openId: string): boolean {
  const thread = root.querySelector<HTMLElement>(`[data-thread="${openId}"]`)
  if (thread === null) return false
  bringIntoSight(root.querySelector(`.page [data-comment="${openId}"]`))
  thread.scrollIntoView({ block: 'nearest' })
  if (!thread.contains(document.activeElement)) thread.focus({ preventScroll: true })
  return true
}

/** An opened comment comes into sight with the words it is about, and takes the focus unless something in it has it. */
export function useFollowOpen(root: RefObject<HTMLElement | null>, openId: string | null): void {
  useEffect(() => {
    if (openId === null) return
    let frame = 0
    const follow = (patience: number) => {
      if (root.current === null || patience === 0 || showComment(root.current, openId)) return
      frame = requestAnimationFrame(() => follow(patience - 1))
    }
    follow(PATIENCE)
    return () => cancelAnimationFrame(frame)
  }, [root, openId])
}

/** The words selected in the text become what the next comment is about. */
export function usePicking(page: RefObject<HTMLElement | null>, dispatch: Dispatch<DeskAct>): void {
  useEffect(() => {
    let frame = 0
    const read = () => {
      const selection = document.getSelection()
      const root = page.current
      if (root === null || selection === null || !root.contains(selection.anchorNode)) return
      dispatch({ act: 'pick', picked: pickedWords(selection, root) })
    }
    const later = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(read)
    }
    document.addEventListener('selectionchange', later)
    return () => {
      cancelAnimationFrame(frame)
      document.removeEventListener('selectionchange', later)
    }
  }, [page, dispatch])
}

/** `#comment-12` in the address opens that comment. */
export function useCommentInAddress(placed: readonly PlacedComment[], dispatch: Dispatch<DeskAct>): void {
  useEffect(() => {
    const open = () => {
      const number = Number(/^#comment-(\d+)$/.exec(window.location.hash)?.[1])
      const found = placed.find(({ comment }) => comment.number === number)
      if (found !== undefined) dispatch({ act: 'open', commentId: found.comment.id })
    }
    window.addEventListener('hashchange', open)
    return () => window.removeEventListener('hashchange', open)
  }, [placed, dispatch])
}

/** The comment that the address names when the page opens; null where it names none. */
export function commentInAddress(comments: readonly { id: string; number: number }[]): string | null {
  const number = Number(/^#comment-(\d+)$/.exec(window.location.hash)?.[1])
  return comments.find((comment) => comment.number === number)?.id ?? null
}

/** The part of the outline that is being read: the last that begins above the middle of the window's upper half. */
export function useCurrentPart(ids: readonly string[]): string | null {
  const [current, setCurrent] = useState<string | null>(null)
  useEffect(() => {
    let frame = 0
    const look = () => {
      const line = window.innerHeight * 0.3
      const above = ids.filter((id) => (partOf(id)?.getBoundingClientRect().top ?? line) < line)
      setCurrent(above.at(-1) ?? null)
    }
    const later = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(look)
    }
    window.addEventListener('scroll', later, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('scroll', later)
    }
  }, [ids])
  return current
}

/** While nothing is open the margin goes along with the text: the first comment on what is read stands at its top. */
export function useMarginAlong(
  root: RefObject<HTMLElement | null>,
  firstId: string | null,
  { openId, composing }: DeskState,
): void {
  const isFree = openId === null && composing === null
  useEffect(() => {
    if (!isFree || firstId === null) return
    const margin = root.current?.querySelector<HTMLElement>('.margin')
    const thread = margin?.querySelector<HTMLElement>(`[data-thread="${firstId}"]`)
    if (margin && thread && margin.scrollHeight > margin.clientHeight)
      margin.scrollTop = thread.offsetTop - margin.offsetTop - 48
  }, [root, firstId, isFree])
}

/** A new comment comes into sight where it stands in the margin. */
export function useFollowComposer(
  root: RefObject<HTMLElement | null>,
  composing: DeskState['composing'],
): void {
  useEffect(() => {
    if (composing !== null) root.current?.querySelector('.cmt.on')?.scrollIntoView({ block: 'nearest' })
  }, [root, composing])
}
