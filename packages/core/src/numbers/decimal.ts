/** a + b, exact; decimal strings of the form `-?\d{1,12}(\.\d{1,6})?`. The result has the longer fraction of the two. */
export declare function addDecimals(a: string, b: string): string

/** a − b, exact, as addDecimals. */
export declare function subtractDecimals(a: string, b: string): string

/** −1, 0 or 1 as a is less than, equal to or more than b. */
export declare function compareDecimals(a: string, b: string): -1 | 0 | 1

/** Whether a value is a decimal as it travels: a string of the form `-?\d{1,12}(\.\d{1,6})?`. */
export declare function isDecimal(value: unknown): value is string
