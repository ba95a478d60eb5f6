/** The same words in another language: the same keys, other sentences. */
export type WordsLike<T> = { [K in keyof T]: T[K] extends string ? string : WordsLike<T[K]> }

/** Every path to a sentence, as in `phase.open`. */
export type WordPath<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${WordPath<T[K]>}`
}[keyof T & string]

export type Nested = { readonly [key: string]: string | Nested }
