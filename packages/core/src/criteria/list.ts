import { type CriteriaDocument, type Criterion, type Heading, isHeading, type Section } from './document.ts'

/** A criterion with where it stands: its section and the headings over it, outermost first. */
export type PlacedCriterion = { criterion: Criterion; section: Section; headings: Heading[] }

type PlacedNode = { node: Heading | Criterion; headings: Heading[] }

function under(nodes: readonly (Heading | Criterion)[], headings: Heading[]): PlacedNode[] {
  return nodes.map((node) => ({ node, headings })).reverse()
}

/** Headings nest to any depth, so the walk keeps its own stack. */
function listSection(section: Section): PlacedCriterion[] {
  const placed: PlacedCriterion[] = []
  const stack = under(section.criteria, [])
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { node, headings } = top
    if (isHeading(node)) {
      for (const child of under(node.criteria, [...headings, node])) stack.push(child)
    } else {
      placed.push({ criterion: node, section, headings })
    }
  }
  return placed
}

/** Every criterion of a sound document, in document order. */
export function listCriteria(document: CriteriaDocument): PlacedCriterion[] {
  return document.sections.flatMap(listSection)
}

/** The criterion of that code, or undefined; a heading's or a section's code finds none. */
export function findCriterion(document: CriteriaDocument, code: string): PlacedCriterion | undefined {
  return listCriteria(document).find(({ criterion }) => criterion.code === code)
}
