import type { ColDef, ColGroupDef } from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { localeText } from './grid-locale.ts'
import { registerGridModules } from './grid-modules.ts'
import { GRID_THEME } from './grid-theme.ts'

registerGridModules()

interface PlanTableProps<Row> {
  readonly rows: readonly Row[]
  readonly columns: (ColDef<Row> | ColGroupDef<Row>)[]
  readonly rowId: (row: Row) => string
  /** A row of sums that stays in sight below the others. */
  readonly totals?: Row | null
  readonly onOpen?: (row: Row) => void
  readonly onEdit?: (row: Row) => void
  readonly testId: string
}

/** A dense read-only table; Enter or a double click opens a row where there is something to open, F2 edits it. */
export function PlanTable<Row>({
  rows,
  columns,
  rowId,
  totals,
  onOpen,
  onEdit,
  testId,
}: PlanTableProps<Row>) {
  return (
    <div className="matrix-grid" data-testid={testId}>
      <AgGridReact<Row>
        theme={GRID_THEME}
        rowData={rows as Row[]}
        columnDefs={columns}
        pinnedBottomRowData={totals ? [totals] : []}
        getRowId={({ data }) => rowId(data)}
        getLocaleText={localeText}
        headerHeight={28}
        groupHeaderHeight={24}
        rowBuffer={0}
        animateRows={false}
        suppressMovableColumns
        suppressRowHoverHighlight
        tooltipShowDelay={400}
        tooltipShowMode="whenTruncated"
        onRowDoubleClicked={({ data }) => data && onOpen?.(data)}
        onCellKeyDown={({ data, event }) => {
          if (!data || !(event instanceof KeyboardEvent)) return
          if (event.key === 'Enter') onOpen?.(data)
          if (event.key === 'F2') onEdit?.(data)
        }}
      />
    </div>
  )
}
