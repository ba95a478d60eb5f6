/** As a ref: the element takes the focus when it comes on screen, in the place of the one that led to it. */
export function takesFocus(element: HTMLElement | null): void {
  element?.focus()
}

/** As a form's ref: its first field takes the focus when the form comes on screen. */
export function focusFirstField(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('input, select, textarea, button')?.focus()
}
