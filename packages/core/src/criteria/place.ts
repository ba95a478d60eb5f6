import { digitsAfterPoint, isDecimal } from '../numbers/decimal.ts'
import type { CriteriaFaultCode, FaultList } from './fault.ts'

export type Sign = 'any' | 'notNegative' | 'positive'
type Shape = { required: readonly string[]; optional?: readonly string[] }

/** One value of a document that is being checked, at its path, where its faults are named. */
export class Place {
  readonly path: string
  readonly value: unknown
  readonly #faults: FaultList

  constructor(faults: FaultList, path: string, value: unknown) {
    this.#faults = faults
    this.path = path
    this.value = value
  }

  refuse(code: CriteriaFaultCode): void {
    this.#faults.add(this.path, code)
  }

  get isObject(): boolean {
    return typeof this.value === 'object' && this.value !== null && !Array.isArray(this.value)
  }

  has(key: string): boolean {
    return this.isObject && Object.hasOwn(this.value as object, key)
  }

  /** The field's place, also where the field is missing (its value is then undefined). */
  at(key: string): Place {
    const value = this.has(key) ? (this.value as Record<string, unknown>)[key] : undefined
    return new Place(this.#faults, this.path === '' ? key : `${this.path}.${key}`, value)
  }

  /** The field's place, or undefined where there is no such field. */
  field(key: string): Place | undefined {
    return this.has(key) ? this.at(key) : undefined
  }

  /** The places of a list's items; no list is named as wrong_shape and has none. */
  items(): Place[] {
    if (Array.isArray(this.value)) {
      return this.value.map((item, index) => new Place(this.#faults, `${this.path}.${index}`, item))
    }
    this.refuse('wrong_shape')
    return []
  }

  /** As items, of a list that may not be empty. */
  itemsOfFilled(): Place[] {
    const items = this.items()
    if (Array.isArray(this.value) && items.length === 0) this.refuse('empty')
    return items
  }

  /** Names wrong_shape unless this is an object with all required and no other than the optional fields. */
  checkShape({ required, optional = [] }: Shape): void {
    const isRight =
      this.isObject &&
      required.every((key) => this.has(key)) &&
      Object.keys(this.value as object).every((key) => required.includes(key) || optional.includes(key))
    if (!isRight) this.refuse('wrong_shape')
  }

  /** The value where it is one of those allowed; another is named as unknown_value. */
  oneOf<T extends string>(allowed: readonly T[]): T | undefined {
    const found = allowed.find((each) => each === this.value)
    if (found === undefined) this.refuse('unknown_value')
    return found
  }

  /** The decimal where it is sound: of the form, and of the sign. */
  decimal(sign: Sign): string | undefined {
    const { value } = this
    if (!isDecimal(value)) {
      this.refuse('not_a_decimal')
      return undefined
    }
    const isZero = !/[1-9]/.test(value)
    const isNegative = value.startsWith('-') && !isZero
    if (sign === 'notNegative' && isNegative) this.refuse('negative')
    else if (sign === 'positive' && (isNegative || isZero)) this.refuse('not_positive')
    else return value
    return undefined
  }

  /** Names a sound amount that is written with more digits than the document has; `decimals` undefined: unknown. */
  checkPrecision(amount: string | undefined, decimals: number | undefined): void {
    if (amount !== undefined && decimals !== undefined && digitsAfterPoint(amount) > decimals) {
      this.refuse('too_precise')
    }
  }

  /** Names anything but exactly {vi, en}, both strings. */
  checkText(): void {
    this.checkShape({ required: ['vi', 'en'] })
    const isText = typeof this.at('vi').value === 'string' && typeof this.at('en').value === 'string'
    if (!isText) this.refuse('wrong_shape')
  }

  /** Names a code that is bad, or that stands in `seen` already; a good one is added to it. */
  checkCode(seen: Set<string>): void {
    const { value } = this
    if (typeof value !== 'string' || value === '' || value.trim() !== value || /^\d+$/.test(value)) {
      this.refuse('bad_code')
    } else if (seen.has(value)) {
      this.refuse('duplicate_code')
    } else {
      seen.add(value)
    }
  }
}
