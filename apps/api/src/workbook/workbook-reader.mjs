// Plain JavaScript, so that the thread starts without a loader.
import { parentPort, workerData } from 'node:worker_threads'
import { readXlsx } from 'hucre/xlsx'

/** A percentage shows another number than it holds, so it is told apart. */
function kindOf(value, cell) {
  if (cell?.type === 'error') return 'error'
  if (cell?.formula !== undefined && value === null) return 'formula'
  if (value instanceof Date) return 'date'
  if (typeof value === 'number') return cell?.style?.numFmt?.includes('%') ? 'percentage' : 'number'
  return typeof value === 'boolean' ? 'boolean' : 'text'
}

function cellsOf(sheet) {
  return sheet.rows.map((row, rowAt) =>
    row.map((value, columnAt) => {
      const cell = sheet.cells?.get(`${rowAt},${columnAt}`)
      const kind = kindOf(value, cell)
      return value === null && kind !== 'formula' ? null : { kind, value: String(value ?? cell.formula) }
    }),
  )
}

const { bytes, range } = workerData
const { sheets } = await readXlsx(bytes, { range, readStyles: true })
parentPort.postMessage(
  sheets.map((sheet) => ({
    name: sheet.name,
    isHidden: (sheet.hidden ?? sheet.veryHidden) === true,
    rows: cellsOf(sheet),
  })),
)
