import { mayStandUnder } from './check-nodes.ts'
import type { DraftKind, NewNode, TextKind } from './draft.ts'
import { type Line, linesOf, type WordParagraph } from './recognize-lines.ts'
import { isCapitals, type Mark } from './recognize-mark.ts'
import { differingNumbers, type Part, placeParts, splitLong } from './recognized-parts.ts'

export type DoubtCode =
  | 'number-differs'
  | 'title-missing'
  | 'title-guessed'
  | 'heading-guessed'
  | 'heading-kept'
  | 'clause-outside'
  | 'point-outside'
  | 'paragraph-level'
  | 'list-kept'
  | 'section-kept'
  | 'letterhead-kept'
  | 'closing-kept'
  | 'appendix-kept'
  | 'table-kept'
  | 'text-split'
/** Something about a part that a person should look at before it is used. */
export type Doubt = { nodeId: string; code: DoubtCode }
export type Recognized = { nodes: NewNode[]; doubts: Doubt[] }

/** The kinds of drafts that are texts. */
export type TextDraftKind = Exclude<DraftKind, 'criteria' | 'ranking'>

type Build = {
  kind: DraftKind
  newId: () => string
  parts: Part[]
  doubts: Doubt[]
  /** The parts that hold what comes next, outermost first. */
  open: Part[]
  /** The heading whose name may still go on in the next line. */
  awaiting: Part | null
  /** Behind its signatures, and in its appendices, a text has no more parts. */
  zone: 'body' | 'closing' | 'appendix'
  guessesHeadings: boolean
}

const RANKS: readonly TextKind[] = ['chapter', 'article', 'clause', 'point']
const LONGEST_TITLE = 300

/**
 * The structure of a text, found by its numbers, typed or automatic, and by nothing else where it has any: chapters, articles, clauses,
 * points, and paragraphs where they stand. No word is lost: what cannot be a part stays a paragraph, and every doubt is named at its part.
 * The nodes fit a draft of that kind; `newId` gives each a new id (issue 3, point 3: imported with a preview of the structure found).
 */
export function recognizeStructure(
  paragraphs: readonly WordParagraph[],
  newId: () => string,
  kind: TextDraftKind = 'regulation',
): Recognized {
  const lines = linesOf(paragraphs)
  const guessesHeadings = !lines.some(({ mark }) => mark.kind === 'chapter' || mark.kind === 'article')
  const build: Build = {
    kind,
    newId,
    parts: [],
    doubts: [],
    open: [],
    awaiting: null,
    zone: 'body',
    guessesHeadings,
  }
  for (const line of lines) take(build, line)
  endTitle(build)
  const whole = build.parts.map((part) => splitLong(part, newId))
  for (const [part, following] of whole) if (following !== undefined) doubt(build, part, 'text-split')
  const nodes = placeParts(whole.flat())
  for (const nodeId of differingNumbers(nodes, build.parts))
    build.doubts.push({ nodeId, code: 'number-differs' })
  return { nodes, doubts: inOrderOf(nodes, build.doubts) }
}

function take(build: Build, line: Line): void {
  const { mark } = line
  if (build.zone === 'body' && goesOn(build, line)) return
  endTitle(build)
  if (enterZone(build, mark)) return
  if (build.zone !== 'body') addParagraph(build, mark, null)
  else if (line.isTable) addTable(build, mark)
  else if ('number' in mark) addPart(build, mark)
  else addAround(build, mark, line.style)
}

/** Whether the line is the name of the heading before it, or goes on with it. */
function goesOn(build: Build, { mark, isTable }: Line): boolean {
  const { awaiting } = build
  if (awaiting === null || mark.kind !== 'plain' || isTable || mark.line.length > LONGEST_TITLE) return false
  const areCapitals = isCapitals(mark.line)
  if (awaiting.text !== '') {
    if (!areCapitals || awaiting.kind !== 'chapter' || !isCapitals(awaiting.text)) return false
    awaiting.text = `${awaiting.text} ${mark.line}`
    return true
  }
  awaiting.text = mark.line
  if (awaiting.kind === 'article' || !areCapitals) {
    if (!areCapitals) doubt(build, awaiting, 'title-guessed')
    build.awaiting = null
  }
  return true
}

function endTitle(build: Build): void {
  if (build.awaiting?.text === '') doubt(build, build.awaiting, 'title-missing')
  build.awaiting = null
}

/** Where signatures or appendices begin, parts end; the line that says so is doubted. */
function enterZone(build: Build, mark: Mark): boolean {
  const zone = mark.kind === 'closing' || mark.kind === 'appendix' ? mark.kind : null
  if (zone === null || build.zone === zone || build.zone === 'appendix') return false
  if (!build.parts.some(({ number }) => number !== null)) return false
  build.zone = zone
  build.open = []
  doubt(build, addParagraph(build, mark, null), zone === 'closing' ? 'closing-kept' : 'appendix-kept')
  return true
}

function addPart(build: Build, mark: Extract<Mark, { number: string }>): void {
  const { kind, number, text } = mark
  const rank = RANKS.indexOf(kind)
  const open = build.open.filter((part) => RANKS.indexOf(part.kind) < rank)
  const parent = open.at(-1) ?? null
  if (!mayStandUnder(build.kind, kind, parent?.kind ?? null)) {
    const kept = addParagraph(build, mark, build.open.at(-1) ?? null)
    doubt(build, kept, kind === 'point' ? 'point-outside' : 'clause-outside')
    return
  }
  const part = add(build, { kind, number, text, parent })
  build.open = [...open, part]
  const isHeading = kind === 'chapter' || (kind === 'article' && text === '')
  if (isHeading) build.awaiting = part
}

function addAround(build: Build, mark: Exclude<Mark, { number: string }>, style: string): void {
  const heading = /^heading ?([1-3])$/i.exec(style)?.[1]
  if (mark.kind === 'plain' && build.guessesHeadings && heading !== undefined) {
    addPart(build, {
      kind: heading === '1' ? 'chapter' : 'article',
      line: mark.line,
      number: '',
      text: mark.line,
    })
    build.awaiting = null
    doubt(build, build.open.at(-1), 'heading-guessed')
    return
  }
  if (mark.kind === 'plain' && build.open.at(-1)?.kind === 'point') {
    build.open = build.open.slice(0, -1)
    doubt(build, addParagraph(build, mark, build.open.at(-1) ?? null), 'paragraph-level')
    return
  }
  if (mark.kind === 'section') build.open = build.open.filter(({ kind }) => kind === 'chapter')
  const kept = addParagraph(build, mark, build.open.at(-1) ?? null)
  const { kind } = mark
  if (kind !== 'plain' && kind !== 'bullet' && kind !== 'closing' && kind !== 'appendix')
    doubt(build, kept, `${kind}-kept`)
}

function addTable(build: Build, mark: Mark): void {
  const isHead = build.open.length === 0
  const kept = addParagraph(build, mark, build.open.at(-1) ?? null)
  doubt(build, kept, isHead ? 'letterhead-kept' : 'table-kept')
}

function addParagraph(build: Build, { line }: Mark, parent: Part | null): Part {
  return add(build, { kind: 'paragraph', number: null, text: line, parent })
}

function add(build: Build, part: Omit<Part, 'id'>): Part {
  const added = { ...part, id: build.newId() }
  build.parts.push(added)
  return added
}

function doubt({ doubts }: Build, part: Part | undefined, code: DoubtCode): void {
  if (part !== undefined) doubts.push({ nodeId: part.id, code })
}

function inOrderOf(nodes: readonly NewNode[], doubts: readonly Doubt[]): Doubt[] {
  const places = new Map(nodes.map(({ id }, index) => [id, index]))
  return [...doubts].sort((a, b) => (places.get(a.nodeId) ?? 0) - (places.get(b.nodeId) ?? 0))
}
