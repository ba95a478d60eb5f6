type Move = { rows: number; columns: number }

const isText = (target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

/** Whether the caret stands where a further arrow press would leave the text. */
function isAtEdge(target: EventTarget | null, side: 'start' | 'end'): boolean {
  if (!isText(target) || target.type === 'checkbox') return true
  const { selectionStart, selectionEnd, value } = target
  if (selectionStart === 0 && selectionEnd === value.length) return true
  return side === 'start' ? selectionEnd === 0 : selectionStart === value.length
}

/** Where a key moves in the grid, or null where the key is the cell's own. */
export function moveOf(event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'target'>): Move | null {
  const { key, shiftKey, target } = event
  const ownsArrows = target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement
  switch (key) {
    case 'Enter':
      // A list of ticks opens by Enter.
      return target instanceof HTMLButtonElement ? null : { rows: shiftKey ? -1 : 1, columns: 0 }
    case 'ArrowDown':
      return ownsArrows ? null : { rows: 1, columns: 0 }
    case 'ArrowUp':
      return ownsArrows ? null : { rows: -1, columns: 0 }
    case 'ArrowRight':
      return isAtEdge(target, 'end') ? { rows: 0, columns: 1 } : null
    case 'ArrowLeft':
      return isAtEdge(target, 'start') ? { rows: 0, columns: -1 } : null
    default:
      return null
  }
}

function cellsOf(row: Element): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>('[data-column]')]
}

const columnOf = (cell: HTMLElement) => Number(cell.dataset.column)

/** The cell that a move from `from` reaches, or null at the grid's edge; a row with one wide cell takes either column. */
export function cellAfter(from: HTMLElement, { rows, columns }: Move): HTMLElement | null {
  const row = from.closest('tr[data-code]')
  const grid = from.closest('table')
  if (row === null || grid === null) return null
  if (columns !== 0) {
    const beside = cellsOf(row)
    return beside[beside.indexOf(from) + columns] ?? null
  }
  const all = [...grid.querySelectorAll('tr[data-code]')]
  const step = rows > 0 ? 1 : -1
  for (let at = all.indexOf(row) + step; at >= 0 && at < all.length; at += step) {
    const next = all[at]
    const cells = next === undefined ? [] : cellsOf(next)
    const wanted = columnOf(from)
    const found = cells.find((cell) => columnOf(cell) === wanted) ?? (wanted < 2 ? cells[0] : undefined)
    if (found !== undefined) return found
  }
  return null
}

/** Puts the focus into a cell, its text selected, as spreadsheets do. */
export function enterCell(cell: HTMLElement): void {
  cell.focus()
  if (isText(cell)) cell.select()
}
