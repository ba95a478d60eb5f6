import type { NodeView } from '@bangvang/contract/drafts'
import { isObject } from '@bangvang/core/criteria/by-code'
import type { Fault } from './use-editor.ts'

export type Content = NodeView['content']

/** A copy of a content with the value at a dotted path set, or (undefined) left out. Lists are counted from 0. */
export function withValue(content: Content, path: string, value: unknown): Content {
  return setIn(content, path.split('.'), value) as Content
}

function setIn(at: unknown, [key = '', ...rest]: readonly string[], value: unknown): unknown {
  if (Array.isArray(at))
    return at.map((one, place) =>
      String(place) === key ? (rest.length === 0 ? value : setIn(one, rest, value)) : one,
    )
  const object = isObject(at) ? at : {}
  const next = rest.length === 0 ? value : setIn(object[key], rest, value)
  if (next !== undefined) return { ...object, [key]: next }
  const { [key]: _, ...without } = object
  return without
}

/** What a part's form works with: the content as typed, how it is changed, and what is wrong at which field. */
export type Form = {
  content: Content
  isLocked: boolean
  set: (path: string, value: unknown) => void
  /** Several fields at once, by path. */
  setAll: (values: Readonly<Record<string, unknown>>) => void
  /** The codes of what is wrong at a field of the content; '' is the part as a whole. */
  faultAt: (path: string) => string | null
}

/** The form of a part: every change is a whole new content. */
export function formOf(
  content: Content,
  faults: readonly Fault[],
  change: ((content: Content) => void) | null,
): Form {
  const setAll = (values: Readonly<Record<string, unknown>>) =>
    change?.(Object.entries(values).reduce((made, [path, value]) => withValue(made, path, value), content))
  return {
    content,
    isLocked: change === null,
    setAll,
    set: (path, value) => setAll({ [path]: value }),
    faultAt: (path) => faults.find(({ field }) => (field ?? '') === path)?.code ?? null,
  }
}
