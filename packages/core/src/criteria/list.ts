import type { CriteriaDocument, Criterion, Heading, Section } from './document.ts'

/** A criterion with where it stands: its section and the headings over it, outermost first. */
export type PlacedCriterion = { criterion: Criterion; section: Section; headings: Heading[] }

/** Every criterion in document order. */
export declare function listCriteria(document: CriteriaDocument): PlacedCriterion[]

/** The criterion of that code, or undefined; a heading's or a section's code finds none. */
export declare function findCriterion(document: CriteriaDocument, code: string): PlacedCriterion | undefined
