import type { SheetBuilder } from './sheet-builder.ts'
import { fieldsOfCriterion, guidanceFields, rowFields } from './sheet-fields.ts'
import type { SheetLine } from './sheet-lines.ts'
import { wordSets } from './sheet-words.ts'
import { valueAt } from './value-at.ts'

type Thing = Record<string, unknown>
type Group = { path: string; criteria: unknown[] }
type RowKind = keyof typeof wordSets.rowKind

const kindField = { column: 'kind', kind: { as: 'rowKind' } } as const
const levelField = { column: 'level', kind: { as: 'integer', isOptional: true } } as const

/** Builds the sections from the rows of the criteria sheet, each row in the group that its level says. */
export class CriteriaRows {
  readonly sections: unknown[] = []
  private readonly builder: SheetBuilder
  /** The section and the headings that are open, outermost first. */
  private groups: Group[] = []
  private criterion: { thing: Thing; path: string } | null = null
  constructor(builder: SheetBuilder) {
    this.builder = builder
  }

  add(line: SheetLine): void {
    const kind = line.read(kindField).value
    if (typeof kind !== 'string' || !Object.hasOwn(wordSets.rowKind, kind)) {
      this.builder.refuse(line, 'kind', 'unknown_row')
      return
    }
    const isTaken = this.take(line, kind as RowKind)
    if (isTaken) this.builder.close(line)
    else this.builder.refuse(line, 'kind', 'stray_row')
  }

  private take(line: SheetLine, kind: RowKind): boolean {
    switch (kind) {
      case 'section':
        this.openSection(line)
        return true
      case 'heading':
        return this.openHeading(line)
      case 'criterion':
        return this.openCriterion(line)
      case 'bonus':
        return this.addBonus(line)
      case 'option':
        return this.addEntry(line, 'measure.options', 'option')
      case 'tier':
        return this.addEntry(line, 'rule.tiers', 'tier')
      case 'place':
        return this.addEntry(line, 'rule.points', 'place')
    }
  }

  private openSection(line: SheetLine): void {
    const criteria: unknown[] = []
    const path = `sections.${this.sections.length}`
    const thing: Thing = {}
    this.builder.place(path, line, 'kind')
    this.builder.fill(line, { thing, base: path }, rowFields.section)
    thing.criteria = criteria
    this.sections.push(thing)
    this.groups = [{ path, criteria }]
    this.criterion = null
  }

  /** The group that a row of this level stands in; a level that no group is open for is named, and the innermost taken. */
  private parentOf(line: SheetLine, least: number): { group: Group; level: number } | null {
    const { value } = line.read(levelField)
    const level = value ?? least
    const isOpen = typeof level === 'number' && level >= 1 && level <= this.groups.length
    if (!isOpen) this.builder.refuse(line, 'level', 'bad_level')
    const taken = isOpen ? level : this.groups.length
    const group = this.groups[taken - 1]
    return group === undefined ? null : { group, level: taken }
  }

  private openHeading(line: SheetLine): boolean {
    if (this.groups.length === 0) return false
    const parent = this.parentOf(line, 1)
    if (parent === null) return false
    const path = `${parent.group.path}.criteria.${parent.group.criteria.length}`
    const criteria: unknown[] = []
    const thing: Thing = {}
    this.builder.place(path, line, 'kind')
    this.builder.fill(line, { thing, base: path }, rowFields.heading)
    thing.criteria = criteria
    parent.group.criteria.push(thing)
    this.groups = [...this.groups.slice(0, parent.level), { path, criteria }]
    this.criterion = null
    return true
  }

  private openCriterion(line: SheetLine): boolean {
    if (this.groups.length === 0) return false
    const parent = this.parentOf(line, this.groups.length)
    if (parent === null) return false
    const path = `${parent.group.path}.criteria.${parent.group.criteria.length}`
    const thing: Thing = {}
    this.builder.place(path, line, 'kind')
    this.fillCriterion(line, thing, path)
    parent.group.criteria.push(thing)
    this.groups = this.groups.slice(0, parent.level)
    this.criterion = { thing, path }
    return true
  }

  private fillCriterion(line: SheetLine, thing: Thing, path: string): void {
    const ofAll = fieldsOfCriterion(undefined, undefined)
    this.builder.fill(line, { thing, base: path }, ofAll)
    const measure = valueAt(thing, 'measure.kind')
    const rule = valueAt(thing, 'rule.kind')
    this.builder.fill(line, { thing, base: path }, fieldsOfCriterion(measure, rule).slice(ofAll.length))
    const lists: [unknown, string, string][] = [
      [measure === 'choice' || measure === 'checklist', 'measure', 'options'],
      [rule === 'tiers', 'rule', 'tiers'],
      [rule === 'placeTable', 'rule', 'points'],
    ]
    for (const [isListed, of, list] of lists) if (isListed) (thing[of] as Thing)[list] = []
    const [vi, en] = guidanceFields.map((field) =>
      this.builder.read(line, path, { ...field, kind: { as: 'text', isOptional: true } }),
    )
    if (vi !== undefined || en !== undefined) thing.guidance = { vi: vi ?? '', en: en ?? '' }
  }

  private addBonus(line: SheetLine): boolean {
    const { criterion } = this
    if (criterion === null || criterion.thing.bonus !== undefined) return false
    const thing: Thing = {}
    const base = `${criterion.path}.bonus`
    this.builder.place(base, line, 'kind')
    this.builder.fill(line, { thing, base }, rowFields.bonus)
    criterion.thing.bonus = thing
    return true
  }

  private addEntry(line: SheetLine, list: string, kind: 'option' | 'tier' | 'place'): boolean {
    const entries = valueAt(this.criterion?.thing, list)
    if (this.criterion === null || !Array.isArray(entries)) return false
    const base = `${this.criterion.path}.${list}.${entries.length}`
    const [first] = rowFields[kind]
    this.builder.place(base, line, first.column)
    if (kind === 'place') {
      entries.push(this.builder.read(line, base, rowFields.place[0]))
      return true
    }
    const thing: Thing = {}
    this.builder.fill(line, { thing, base }, rowFields[kind])
    entries.push(thing)
    return true
  }
}
