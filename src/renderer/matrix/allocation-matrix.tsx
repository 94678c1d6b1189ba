import type { CellEditRequestEvent, GridOptions } from 'ag-grid-community'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useMethod } from '../hooks/engine-context.tsx'
import type { PlanColumns } from '../plan/plan-columns.ts'
import { useWindow } from '../plan/window-store.ts'
import { BlockPreviewDialog } from './block/block-preview-dialog.tsx'
import { useBlock } from './block/use-block.ts'
import { useMatrixClipboard } from './clipboard/use-matrix-clipboard.ts'
import { CellMenu } from './commands/cell-menu.tsx'
import { fillTyped } from './commands/change-cells.ts'
import { useMatrixKeys } from './commands/use-matrix-keys.ts'
import { useFillHandle } from './fill/use-fill-handle.ts'
import { followFocus } from './follow-focus.ts'
import { FormulaBar } from './formula-bar.tsx'
import { localeText } from './grid-locale.ts'
import { registerGridModules } from './grid-modules.ts'
import { GRID_THEME } from './grid-theme.ts'
import { matrixColumns } from './matrix-columns.ts'
import type { MatrixContext } from './matrix-context.ts'
import { type MatrixRow, TOTALS_ROWS, isGroupRow, isTotalsRow } from './matrix-row.ts'
import { hasReserve } from './matrix-values.ts'
import { PlainGrid } from './plain-grid.tsx'
import { focusAnchor, useRangeMouse } from './range/use-range-mouse.ts'
import { useRangeLayer } from './range/use-range-layer.ts'
import type { TypedEntry } from './typed-entry.ts'
import { useHandsUp } from './hands-store.ts'
import { useColumnLayout } from './layout/use-column-layout.ts'
import { useAmountEntry } from './use-amount-entry.ts'
import { useEnterAt } from './use-enter-at.ts'
import { useGridFollows } from './use-grid-follows.ts'
import { useGroupRows } from './use-group-rows.ts'
import { type GridUp, useHands } from './use-hands.ts'
import { useKeptPlace } from './use-kept-place.ts'
import { useOpenEntry } from './use-open-entry.ts'
import { useQuickFilter } from './use-quick-filter.ts'

registerGridModules()

/** Projects down, funding lines across. The engine owns the amounts; the grid only asks. */
export function AllocationMatrix({ columns }: { columns: PlanColumns }) {
  const language = useWindow((state) => state.language)
  const unit = useWindow((state) => state.unit)
  const [grid, setGrid] = useState<GridUp | null>(null)
  const [isDrawn, setDrawn] = useState(false)
  const api = grid?.api ?? null
  const { enter, settle, track } = useAmountEntry()
  const submit = useBlock(track)
  const hands = useHands(grid, columns, submit)
  const enterAt = useEnterAt(hands, enter)
  const { rows, gather } = useGroupRows(columns, api)
  const readFlags = useMethod('flags.of')
  const context = useMemo(
    (): MatrixContext => ({
      readFlags: (project) => readFlags({ subject: `project:${project}` }),
      enter: enterAt,
      fill: (entry) => {
        if (!hands || !fillTyped(hands, entry)) enterAt(entry)
      },
    }),
    [readFlags, enterAt, hands],
  )
  const totals = useMemo(() => totalsRows(columns), [columns])
  // Headings are in the window's language, hence the dependency the callback does not name.
  const layout = useColumnLayout(api)
  const definitions = useMemo(
    () => matrixColumns(columns, unit, layout),
    [columns, unit, language, layout],
  )
  const filter = useQuickFilter(columns, api)
  useGridFollows(api, columns, isDrawn)
  useOpenEntry(api, enterAt, settle)
  useMatrixKeys(hands)
  useMatrixClipboard(hands, enter)
  useRangeMouse(hands)
  useFillHandle(hands, useRangeLayer(hands))

  useEffect(() => {
    useHandsUp.setState({ hands })
    return () => useHandsUp.setState({ hands: null })
  }, [hands])
  useKeptPlace(grid, isDrawn)

  const noteDrawn = useCallback(() => {
    setDrawn(true)
    markPainted()
  }, [])
  const requestEdit = useCallback(
    ({ data, column, newValue }: CellEditRequestEvent<MatrixRow, TypedEntry>) => {
      if (newValue) enterAt({ row: data.id, column: column.getColId(), ...newValue })
    },
    [enterAt],
  )
  const options = useMemo(
    (): GridOptions<MatrixRow> => ({
      ...FIXED_OPTIONS,
      rowData: rows,
      columnDefs: definitions,
      pinnedBottomRowData: totals,
      context,
      postSortRows: gather,
      isExternalFilterPresent: filter.isPresent,
      doesExternalFilterPass: filter.passes,
      onCellEditRequest: requestEdit,
    }),
    [rows, definitions, totals, context, gather, filter.isPresent, filter.passes, requestEdit],
  )

  return (
    <div className="matrix">
      <FormulaBar columns={columns} shown={filter.shown} hands={hands} />
      <PlainGrid testId="matrix" options={options} onUp={setGrid} onDrawn={noteDrawn} />
      <CellMenu hands={hands} />
      <BlockPreviewDialog
        columns={columns}
        submit={submit}
        onClosed={() => hands && focusAnchor(hands)}
      />
    </div>
  )
}

const rowId = ({ data }: { data: MatrixRow }) => String(data.id)

function rowClass({ data }: { data: MatrixRow | undefined }): string | undefined {
  if (data === undefined) return undefined
  if (isGroupRow(data.id)) return 'group-row'
  return isTotalsRow(data.id) ? `totals-row totals-${data.id}` : undefined
}

function totalsRows(columns: PlanColumns): MatrixRow[] {
  return TOTALS_ROWS.filter((id) => id !== 'reserve' || hasReserve(columns)).map((id) => ({ id }))
}

function markPainted(): void {
  requestAnimationFrame(() => {
    performance.mark('matrix-painted')
    useWindow.setState({ isMatrixPainted: true })
  })
}

/** What stays as it is however the matrix is used. */
const FIXED_OPTIONS: GridOptions<MatrixRow> = {
  theme: GRID_THEME,
  getRowId: rowId,
  getLocaleText: localeText,
  getRowClass: rowClass,
  headerHeight: 46,
  groupHeaderHeight: 24,
  rowBuffer: 0,
  animateRows: false,
  suppressMovableColumns: true,
  suppressRowHoverHighlight: true,
  suppressScrollOnNewData: true,
  tooltipShowDelay: 400,
  readOnlyEdit: true,
  stopEditingWhenCellsLoseFocus: true,
  enterNavigatesVertically: true,
  onCellFocused: followFocus,
}
