import { useRefusalWords } from '../lib/refusal.ts'

/** What was refused and why, beside the act it refused; nothing while there is no error. */
export function Refusal({ error }: { error: unknown }) {
  const words = useRefusalWords()
  return (
    <div role="alert">
      {error === null || error === undefined ? null : <p className="refusal">{words(error)}</p>}
    </div>
  )
}
