import type { KeyboardEvent } from 'react'
import { keep, kept } from '../../lib/device.ts'

const NAME = 'draft-keys'

/** Whether single-letter keys are on on this device (WCAG 2.1.4 asks that they can be switched off). */
export function areKeysOn(): boolean {
  return kept(NAME) !== 'off'
}

/** Switches the single-letter keys on or off on this device. */
export function setKeysOn(isOn: boolean): void {
  keep(NAME, isOn ? null : 'off')
}

/** Whether a key was pressed while writing: there a letter is a letter. */
export function isTyping({ target }: { target: EventTarget | null }): boolean {
  return (
    target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog') !== null
  )
}

/** The keys of a small form: Ctrl+Enter sends it, Escape leaves it. */
export function onSendKeys(send: () => void, leave: () => void) {
  return (event: KeyboardEvent) => {
    const isSend = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    if (!isSend && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (isSend) send()
    else leave()
  }
}
