import { useWords } from '../../lib/words.ts'

/** The acts that have words, in the order of the year's work. */
export const knownActs = [
  'signed-in',
  'sign-in-failed',
  'signed-out',
  'signed-out-everywhere',
  'password-changed',
  'password-reset',
  'mandate-chosen',
  'locale-chosen',
  'person-created',
  'person-changed',
  'mandate-given',
  'mandate-ended',
  'unit-created',
  'unit-ended',
  'cluster-created',
  'members-set',
  'law-added',
  'law-changed',
  'law-file-put',
  'law-file-removed',
  'season-created',
  'officers-set',
  'phase-opened',
  'deadline-set',
  'criteria-adopted',
  'answer-saved',
  'evidence-uploaded',
  'evidence-linked',
  'evidence-removed',
  'assessment-sent-for-sign-off',
  'assessment-taken-back',
  'assessment-submitted',
  'assessment-returned',
  'answer-kept',
  'answer-corrected',
  'answer-overridden',
  'gate-applied',
  'gate-lifted',
  'ranking-commented',
  'comment-answered',
  'draft-created',
  'draft-renamed',
  'draft-node-added',
  'draft-node-saved',
  'draft-node-moved',
  'draft-node-removed',
  'draft-change-undone',
  'draft-sent-out',
  'consultation-answered',
  'draft-commented',
  'comment-replied',
  'comment-resolved',
  'comment-reopened',
  'suggestion-applied',
  'draft-adopted',
  'ranking-finalized',
  'paper-issued',
  'paper-published',
  'paper-unpublished',
] as const

/** An act's name in words; one that has none stands by its own name. */
export function useActWords(): (what: string) => string {
  const t = useWords()
  return (what) => {
    const known = knownActs.find((one) => one === what)
    return known === undefined ? what : t(`audit.act.${known}`)
  }
}
