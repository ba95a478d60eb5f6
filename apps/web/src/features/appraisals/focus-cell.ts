import type { CellName } from './use-board-address.ts'

/** Moves the focus to a cell of the board, where it is shown. */
export function focusCell({ unitId, criterionCode }: CellName): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-criterion]'))
    if (button.dataset.unit === unitId && button.dataset.criterion === criterionCode) button.focus()
}
