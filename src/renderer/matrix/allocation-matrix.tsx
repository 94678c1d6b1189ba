import type { CellEditRequestEvent, CellFocusedEvent, GridApi } from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useCallback, useMemo, useState } from 'react'
import { useMethod } from '../hooks/engine-context.tsx'
import type { PlanColumns } from '../plan/plan-columns.ts'
import { useWindow } from '../plan/window-store.ts'
import { copyCell, readSingleCell } from './cell-clipboard.ts'
import { readFocusedCell } from './focused-cell.ts'
import type { MatrixContext } from './flag-tip.ts'
import { FormulaBar } from './formula-bar.tsx'
import { localeText } from './grid-locale.ts'
import { registerGridModules } from './grid-modules.ts'
import { GRID_THEME } from './grid-theme.ts'
import { matrixColumns } from './matrix-columns.ts'
import { type MatrixRow, TOTALS_ROWS, lineOfColumn, projectOfRow } from './matrix-row.ts'
import { hasReserve } from './matrix-values.ts'
import { type TypedEntry, readEntryContext } from './typed-entry.ts'
import { useAmountEntry } from './use-amount-entry.ts'
import { useCellClipboard } from './use-cell-clipboard.ts'
import { useGridFollows } from './use-grid-follows.ts'
import { useOpenEntry } from './use-open-entry.ts'
import { useQuickFilter } from './use-quick-filter.ts'

registerGridModules()

/** Projects down, funding lines across, one year. The engine owns the amounts; the grid only asks. */
export function AllocationMatrix({ columns }: { columns: PlanColumns }) {
  const language = useWindow((state) => state.language)
  const unit = useWindow((state) => state.unit)
  const [api, setApi] = useState<GridApi<MatrixRow> | null>(null)
  const [isDrawn, setDrawn] = useState(false)
  const { enter, clear, settle, suppressKey } = useAmountEntry()
  const rows = useMemo(() => Array.from(columns.projectIds, (id): MatrixRow => ({ id })), [columns])
  const readFlags = useMethod('flags.of')
  const context = useMemo(
    (): MatrixContext => ({
      readFlags: (project) => readFlags({ subject: `project:${project}` }),
    }),
    [readFlags],
  )
  const totals = useMemo(() => totalsRows(columns), [columns])
  // Headings are in the window's language, hence the dependency the callback does not name.
  const definitions = useMemo(
    () => matrixColumns(columns, unit, suppressKey),
    [columns, unit, suppressKey, language],
  )
  const filter = useQuickFilter(columns, api)
  useGridFollows(api, columns, isDrawn)
  useOpenEntry(api, enter, settle)

  const requestEdit = useCallback(
    (event: CellEditRequestEvent<MatrixRow, TypedEntry>) => {
      const line = lineOfColumn(event.column.getColId())
      const project = projectOfRow(event.data)
      if (line !== null && project !== null && event.newValue)
        enter({ api: event.api, project, line, ...event.newValue })
    },
    [enter],
  )

  const clipboard = useMemo(
    () => ({
      copy: (event: ClipboardEvent) => {
        if (api) copyCell(event, columns, readFocusedCell(api))
      },
      paste: (event: ClipboardEvent) => {
        if (!api) return
        const { project, line } = readFocusedCell(api)
        if (project === null || line === null || !event.clipboardData) return
        event.preventDefault()
        const text = readSingleCell(event.clipboardData)
        if (text === '') clear({ project, line })
        else if (text !== null) enter({ api, project, line, text, ...readEntryContext() })
      },
    }),
    [api, columns, clear, enter],
  )
  useCellClipboard(clipboard)

  return (
    <div className="matrix">
      <FormulaBar columns={columns} shown={filter.shown} />
      <div className="matrix-grid" data-testid="matrix">
        <AgGridReact<MatrixRow>
          theme={GRID_THEME}
          rowData={rows}
          columnDefs={definitions}
          pinnedBottomRowData={totals}
          context={context}
          getRowId={rowId}
          getLocaleText={localeText}
          getRowClass={rowClass}
          headerHeight={46}
          groupHeaderHeight={24}
          rowBuffer={0}
          animateRows={false}
          suppressMovableColumns
          suppressRowHoverHighlight
          suppressScrollOnNewData
          tooltipShowDelay={400}
          readOnlyEdit
          stopEditingWhenCellsLoseFocus
          enterNavigatesVertically
          isExternalFilterPresent={filter.isPresent}
          doesExternalFilterPass={filter.passes}
          onGridReady={(event) => setApi(event.api)}
          onFirstDataRendered={() => {
            setDrawn(true)
            markPainted()
          }}
          onCellEditRequest={requestEdit}
          onCellFocused={followFocus}
        />
      </div>
    </div>
  )
}

const rowId = ({ data }: { data: MatrixRow }) => String(data.id)

const rowClass = ({ data }: { data: MatrixRow | undefined }) =>
  typeof data?.id === 'string' ? `totals-row totals-${data.id}` : undefined

function totalsRows(columns: PlanColumns): MatrixRow[] {
  return TOTALS_ROWS.filter((id) => id !== 'reserve' || hasReserve(columns)).map((id) => ({ id }))
}

function markPainted(): void {
  requestAnimationFrame(() => useWindow.setState({ isMatrixPainted: true }))
}

function followFocus({ api }: CellFocusedEvent<MatrixRow>): void {
  const focused = readFocusedCell(api)
  useWindow.setState(({ selected }) => ({ focused, selected: focused.project ?? selected }))
}
