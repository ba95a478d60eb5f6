import { appraisals, type BoardView } from '@bangvang/contract/appraisals'
import { type CriteriaVersionView, type SeasonView, seasons } from '@bangvang/contract/seasons'
import { compileCriteria } from '@bangvang/core/assessments/score'
import { findCriterion, listCriteria } from '@bangvang/core/criteria/list'
import { useSuspenseQueries } from '@tanstack/react-query'
import { Suspense, useMemo, useState } from 'react'
import { read } from '../../lib/api.ts'
import { matches, useFormat } from '../../lib/format.ts'
import { useWords } from '../../lib/words.ts'
import { Heading } from '../../ui/heading.tsx'
import { Loading } from '../../ui/loading.tsx'
import { BoardControls, Legend } from './board-controls.tsx'
import { boardRows, type Column, changesBetween, columnsOf } from './board-model.ts'
import { CellPanel } from './cell-panel.tsx'
import { focusCell } from './focus-cell.ts'
import { GatesPanel } from './gates-panel.tsx'
import type { HeatFacts } from './heat-rows.tsx'
import { HeatTable } from './heat-table.tsx'
import { OwnCuts } from './own-cuts.tsx'
import { type BoardAddress, useBoardAddress } from './use-board-address.ts'

type Loaded = { season: SeasonView; version: CriteriaVersionView; board: BoardView }

/** What of the board is shown, worked out once for each answer and address. */
function useShown({ version, board }: Loaded, address: BoardAddress, sought: string) {
  const format = useFormat()
  const { document } = version
  const columns = columnsOf(board, address.layer)
  const changes = useMemo(
    () => changesBetween(document, board.layers.self, board.layers.final ?? board.layers.appraised),
    [document, board],
  )
  const facts = useMemo(
    (): HeatFacts => ({
      columns,
      before: new Map(board.layers.self.map((column) => [column.unitId, column])),
      decided: new Set(board.decided),
      changedTargets: new Set(board.changedTargets),
      look: address.layer === 'self' ? 'points' : address.look,
    }),
    [columns, board, address.layer, address.look],
  )
  const rows = useMemo(
    () =>
      boardRows(
        document,
        ({ criterion }) =>
          (!address.isOnlyChanged || changes.criteria.has(criterion.code)) &&
          (sought.trim() === '' || matches(`${criterion.code} ${format.text(criterion.title)}`, sought)),
      ),
    [document, address.isOnlyChanged, changes, sought, format],
  )
  return { columns, changes, facts, rows }
}

/** The page's title: a sentence with the fact. */
function useTitle(address: BoardAddress, own: Column | null, changes: ReturnType<typeof changesBetween>) {
  const t = useWords()
  if (address.look === 'difference' && address.layer !== 'self') {
    const counted = { cells: changes.cells.size, criteria: changes.criteria.size }
    return t(counted.cells === 0 ? 'appraisals.title.unchanged' : 'appraisals.title.changed', counted)
  }
  if (own === null) return t(`appraisals.title.${address.layer}`)
  const titles = { self: 'ownSelf', appraised: 'ownAppraised', final: 'ownFinal' } as const
  return t(`appraisals.title.${titles[address.layer]}`, { unit: own.unitName })
}

/** What stands open beside the board: a cell, the conditions, or nothing. */
function Beside({ loaded, address, onChange }: BesideProps) {
  const { season, version, board } = loaded
  const { cell } = address
  const compiled = useMemo(() => compileCriteria(version.document), [version])
  const columns = board.layers.appraised
  if (address.isGates)
    return (
      <GatesPanel
        season={season}
        document={version.document}
        columns={columns}
        onClose={() => {
          onChange({ isGates: false })
          document.querySelector<HTMLElement>('.open-gates')?.focus()
        }}
      />
    )
  const column = columns.find(({ unitId }) => unitId === cell?.unitId)
  const placed = cell === null ? undefined : findCriterion(version.document, cell.criterionCode)
  if (cell === null || column === undefined || placed === undefined) return null
  const final = board.layers.final?.find(({ unitId }) => unitId === cell.unitId)?.cells[cell.criterionCode]
  return (
    <CellPanel
      key={`${cell.unitId} ${cell.criterionCode}`}
      seasonId={season.id}
      column={column}
      placed={placed}
      compiled={compiled}
      version={version}
      final={final ?? null}
      onClose={() => {
        onChange({ cell: null })
        focusCell(cell)
      }}
    />
  )
}
type BesideProps = {
  loaded: Loaded
  address: BoardAddress
  onChange: (change: Partial<BoardAddress>) => void
}

function Head({ loaded, title, own }: { loaded: Loaded; title: string; own: Column | null }) {
  const t = useWords()
  const { season, version, board } = loaded
  const facts = {
    year: season.year,
    phase: t(`shell.phase.${season.phase}`),
    criteria: listCriteria(version.document).length,
  }
  return (
    <div className="bh">
      <div>
        <p className="kicker">
          {own === null
            ? t('appraisals.kicker', { ...facts, units: board.layers.appraised.length })
            : t('appraisals.kickerOwn', { ...facts, unit: own.unitName })}
        </p>
        <Heading title={title} />
      </div>
    </div>
  )
}

/** What is said where the table has nothing to show. */
function Notes({ shown, address }: { shown: ReturnType<typeof useShown>; address: BoardAddress }) {
  const t = useWords()
  const isEmpty = !shown.rows.some(({ kind }) => kind === 'criterion')
  const isUnchanged = address.isOnlyChanged && shown.changes.criteria.size === 0
  return (
    <>
      {shown.columns.some(({ submitted }) => submitted) ? null : (
        <p className="board-note">{t('appraisals.empty')}</p>
      )}
      {isEmpty ? (
        <p className="board-note" role="status">
          {t(isUnchanged ? 'appraisals.table.noChange' : 'appraisals.table.none')}
        </p>
      ) : null}
    </>
  )
}

function Board({ loaded }: { loaded: Loaded }) {
  const t = useWords()
  const { season, version, board } = loaded
  const [address, change] = useBoardAddress(board.layers.final === null ? 'appraised' : 'final')
  const [sought, setSought] = useState('')
  const shown = useShown(loaded, address, sought)
  const { columns, changes, facts, rows } = shown
  const own = columns.length === 1 ? (columns[0] ?? null) : null
  const title = useTitle(address, own, changes)
  return (
    <div className={address.cell !== null || address.isGates ? 'board beside' : 'board'}>
      <div className="board-main">
        <Head loaded={loaded} title={title} own={own} />
        <BoardControls
          address={address}
          onChange={change}
          hasFinal={board.layers.final !== null}
          changedCriteria={changes.criteria.size}
          gatesApplied={board.layers.appraised.reduce((n, { gates }) => n + gates.length, 0)}
          sought={sought}
          onSeek={setSought}
        />
        <Legend look={facts.look} />
        <Notes shown={shown} address={address} />
        <div className={own === null ? '' : 'board-own'}>
          <HeatTable
            caption={t('appraisals.table.caption', { layer: t(`appraisals.layer.${address.layer}`) })}
            document={version.document}
            rows={rows}
            facts={facts}
            open={address.cell}
            onOpen={(cell) => change({ cell, isGates: false })}
          />
          {own === null ? null : (
            <Suspense fallback={<Loading rows={2} label={t('shell.loading')} />}>
              <OwnCuts
                seasonId={season.id}
                document={version.document}
                column={own}
                changed={changes.criteria}
              />
            </Suspense>
          )}
        </div>
      </div>
      <Beside loaded={loaded} address={address} onChange={change} />
    </div>
  )
}

/** Units × criteria by layer and by difference, with the cell that is open beside (screens.md 4). */
export function BoardPage({ seasonId }: { seasonId: string }) {
  const params = { seasonId }
  const [{ data: season }, { data: version }, { data: board }] = useSuspenseQueries({
    queries: [
      read(seasons.show, { params }),
      { ...read(seasons.criteria, { params }), staleTime: Number.POSITIVE_INFINITY },
      read(appraisals.board, { params }),
    ],
  })
  return <Board loaded={{ season, version, board }} />
}
