import type { GridApi } from 'ag-grid-community'
import { useMemo } from 'react'
import { useEngine } from '../hooks/engine-context.tsx'
import type { PlanColumns } from '../plan/plan-columns.ts'
import type { BlockDraft } from './block/submit-block.ts'
import type { Hands } from './hands.ts'
import type { MatrixRow } from './matrix-row.ts'
import { OrderReader } from './range/read-order.ts'

/** The grid that is up and the element it is drawn in. */
export interface GridUp {
  readonly api: GridApi<MatrixRow>
  readonly root: HTMLElement
}

/** Gathers what the matrix's commands work with, once the grid is up. */
export function useHands(
  grid: GridUp | null,
  columns: PlanColumns,
  submit: (draft: BlockDraft) => void,
): Hands | null {
  const engine = useEngine()
  const order = useMemo(() => grid && new OrderReader(grid.api), [grid])
  return useMemo(
    () => (grid && order ? { ...grid, order, columns, engine, submit } : null),
    [grid, order, columns, engine, submit],
  )
}
