import { ApiProblem } from '@bangvang/contract/client'
import { useFormat } from './format.ts'
import { useWords, type WordKey } from './words.ts'

/** Whether the error is a network that did not answer. */
export function isOffline(error: unknown): boolean {
  return error instanceof TypeError && !/dynamically imported module|module script/.test(error.message)
}

/** What a refusal says, in words: by its problem code, or that the network is gone. */
export function useRefusalWords(): (error: unknown) => string {
  const t = useWords()
  const format = useFormat()
  return (error) => {
    if (isOffline(error)) return t('problem.offline')
    if (!(error instanceof ApiProblem)) return t('problem.unexpected')
    const key: WordKey = `problem.${error.code}`
    // A page kept open over a new release may meet a refusal it has no words for.
    const words = t(key) === key ? t('problem.unexpected') : t(key)
    const seconds = error.problem.retryAfter
    if (seconds !== undefined && seconds > 0) {
      const wait =
        seconds < 100
          ? t('problem.seconds', { n: seconds })
          : t('problem.minutes', { n: Math.ceil(seconds / 60) })
      return `${words} ${t('problem.waitFor', { wait, at: format.time(new Date(Date.now() + seconds * 1000)) })}`
    }
    return words
  }
}

/** The words of a fault at a JSON pointer of a refusal ('#/email'), or null where that field is right. */
export function useFaultWords(error: unknown): (pointer: string) => string | null {
  const t = useWords()
  return (pointer) => {
    if (!(error instanceof ApiProblem)) return null
    const fault = error.problem.errors?.find((one) => one.pointer === pointer)
    if (fault === undefined) return null
    const keys = [`fault.${fault.code}`, `problem.${fault.code}`] as WordKey[]
    return (
      keys.map((key) => ({ key, words: t(key) })).find(({ key, words }) => words !== key)?.words ??
      t('fault.custom')
    )
  }
}
