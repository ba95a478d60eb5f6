/** So many tokens from `left` on in one list that stand from `right` on in the other. */
export type SameRun = { left: number; right: number; length: number }

/** How many insertions and removals are looked for; past it all between what both begin and end with is replaced. */
const MOST_EDITS = 1000

/** The runs that two lists have in common in a shortest edit of one into the other (Myers, O(ND)), in order. */
export function shortestEdit(left: readonly string[], right: readonly string[]): SameRun[] {
  let start = 0
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1
  let [leftEnd, rightEnd] = [left.length, right.length]
  while (leftEnd > start && rightEnd > start && left[leftEnd - 1] === right[rightEnd - 1]) {
    leftEnd -= 1
    rightEnd -= 1
  }
  const between = middleRuns(left.slice(start, leftEnd), right.slice(start, rightEnd))
  return [
    { left: 0, right: 0, length: start },
    ...between.map((run) => ({ ...run, left: run.left + start, right: run.right + start })),
    { left: leftEnd, right: rightEnd, length: left.length - leftEnd },
  ].filter(({ length }) => length > 0)
}

/** Two lists; how far on each diagonal k = x − y one comes so far, at `middle + k`. */
type Search = { left: readonly string[]; right: readonly string[]; farthest: Int32Array; middle: number }

function middleRuns(left: readonly string[], right: readonly string[]): SameRun[] {
  if (left.length === 0 || right.length === 0) return []
  const most = Math.min(MOST_EDITS, left.length + right.length)
  const middle = most + 1
  const search: Search = { left, right, farthest: new Int32Array(2 * most + 3), middle }
  const trace: Int32Array[] = []
  for (let d = 0; d <= most; d += 1) {
    trace.push(search.farthest.slice(middle - d - 1, middle + d + 2))
    if (goOn(search, d)) return walkBack(trace, left.length, right.length)
  }
  return []
}

/** One edit more on every diagonal; whether the end of both is reached. */
function goOn({ left, right, farthest, middle }: Search, d: number): boolean {
  for (let k = -d; k <= d; k += 2) {
    let { x } = stepTo({ before: farthest, middle, d }, k)
    while (x < left.length && x - k < right.length && left[x] === right[x - k]) x += 1
    farthest[middle + k] = x
    if (x >= left.length && x - k >= right.length) return true
  }
  return false
}

type Edit = { before: Int32Array; middle: number; d: number }

/** The edit that leads farthest on diagonal k: one down from k + 1 (an insertion) or one on from k − 1 (a removal). */
function stepTo({ before, middle, d }: Edit, k: number): { fromK: number; x: number } {
  const [under, over] = [before[middle + k - 1] ?? 0, before[middle + k + 1] ?? 0]
  const isDown = k === -d || (k !== d && under < over)
  return isDown ? { fromK: k + 1, x: over } : { fromK: k - 1, x: under + 1 }
}

/** From the end back along the edits, `trace[d]` as it was before edit d; each step's diagonal is a run that is the same. */
function walkBack(trace: readonly Int32Array[], width: number, height: number): SameRun[] {
  const runs: SameRun[] = []
  let [x, k] = [width, width - height]
  for (let d = trace.length - 1; d > 0; d -= 1) {
    const before = trace[d] ?? new Int32Array()
    const step = stepTo({ before, middle: d + 1, d }, k)
    if (x > step.x) runs.push({ left: step.x, right: step.x - k, length: x - step.x })
    x = before[d + 1 + step.fromK] ?? 0
    k = step.fromK
  }
  if (x > 0) runs.push({ left: 0, right: 0, length: x })
  return runs.reverse()
}
