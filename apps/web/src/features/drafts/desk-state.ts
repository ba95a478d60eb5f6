import type { Anchor } from '@bangvang/core/drafts/draft'
import type { Picked } from './picked.ts'

export type ComposingKind = 'comment' | 'suggestion'
/** A comment being written: on what, and whether with other words for it. */
export type Composing = { anchor: Anchor; kind: ComposingKind }
export type ThreadForm = 'reply' | 'answer'
export type DeskState = {
  /** The part the reader stands at. */
  nodeId: string | null
  picked: Picked | null
  openId: string | null
  form: ThreadForm | null
  composing: Composing | null
}
export type DeskAct =
  | { act: 'stand'; nodeId: string }
  | { act: 'pick'; picked: Picked | null }
  | { act: 'open'; commentId: string; form?: ThreadForm }
  | { act: 'closeForm' }
  | { act: 'close' }
  | { act: 'compose'; composing: Composing }
  | { act: 'composed'; commentId: string }

export const quietDesk: DeskState = { nodeId: null, picked: null, openId: null, form: null, composing: null }

/** What the reader looks at and writes: at most one comment is open, or a new one is being written. */
export function reduceDesk(state: DeskState, act: DeskAct): DeskState {
  switch (act.act) {
    case 'stand':
      return state.nodeId === act.nodeId ? state : { ...state, nodeId: act.nodeId }
    case 'pick':
      return { ...state, picked: act.picked, nodeId: act.picked?.nodeId ?? state.nodeId }
    case 'open':
      return { ...state, openId: act.commentId, form: act.form ?? null, composing: null }
    case 'closeForm':
      return { ...state, form: null }
    case 'close':
      return { ...state, openId: null, form: null, composing: null }
    case 'compose':
      return { ...state, composing: act.composing, openId: null, form: null }
    case 'composed':
      return { ...state, composing: null, openId: act.commentId, form: null, picked: null }
  }
}
