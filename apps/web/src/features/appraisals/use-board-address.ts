import { useCallback } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { Layer } from './board-model.ts'

export type BoardLook = 'points' | 'difference'
export type CellName = { unitId: string; criterionCode: string }
/** What the board's address says: layer, look, whether only changed rows stand, the open cell or the gates. */
export type BoardAddress = {
  layer: Layer
  look: BoardLook
  isOnlyChanged: boolean
  cell: CellName | null
  isGates: boolean
}

const layers: readonly Layer[] = ['self', 'appraised', 'final']

function cellOf(text: string | null): CellName | null {
  const at = text?.indexOf('.') ?? -1
  if (text === null || at < 1) return null
  return { unitId: text.slice(0, at), criterionCode: text.slice(at + 1) }
}

/** `cell=HDU.KT07`, `layer=self`, `view=difference`, `changed=1`, `gates=1`; without a layer the one that counts now. */
export function readBoardAddress(search: string, counted: Layer): BoardAddress {
  const given = new URLSearchParams(search)
  const cell = cellOf(given.get('cell'))
  return {
    layer: layers.find((one) => one === given.get('layer')) ?? counted,
    look: given.get('view') === 'difference' ? 'difference' : 'points',
    isOnlyChanged: given.get('changed') === '1',
    cell,
    isGates: cell === null && given.get('gates') === '1',
  }
}

function writeBoardAddress(address: BoardAddress, counted: Layer): string {
  const search = new URLSearchParams()
  if (address.layer !== counted) search.set('layer', address.layer)
  if (address.look !== 'points') search.set('view', address.look)
  if (address.isOnlyChanged) search.set('changed', '1')
  if (address.cell !== null) search.set('cell', `${address.cell.unitId}.${address.cell.criterionCode}`)
  if (address.isGates) search.set('gates', '1')
  return search.toString()
}

/** What the board shows, kept in the address, and how to change it. */
export function useBoardAddress(counted: Layer): [BoardAddress, (change: Partial<BoardAddress>) => void] {
  const [path, navigate] = useLocation()
  const search = useSearch()
  const address = readBoardAddress(search, counted)
  const change = useCallback(
    (changed: Partial<BoardAddress>) => {
      const next = writeBoardAddress({ ...readBoardAddress(search, counted), ...changed }, counted)
      navigate(next === '' ? path : `${path}?${next}`, { replace: true })
    },
    [search, counted, path, navigate],
  )
  return [address, change]
}
