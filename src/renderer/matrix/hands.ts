import type { GridApi } from 'ag-grid-community'
import type { EngineClient } from '../hooks/engine-client.ts'
import type { PlanColumns } from '../plan/plan-columns.ts'
import type { BlockDraft } from './block/submit-block.ts'
import type { MatrixRow } from './matrix-row.ts'
import type { OrderReader } from './range/read-order.ts'

/** What everything a person does in the matrix works with. */
export interface Hands {
  readonly api: GridApi<MatrixRow>
  readonly root: HTMLElement
  readonly order: OrderReader
  readonly columns: PlanColumns
  readonly engine: EngineClient
  /** Sends a block to the engine, by way of a preview where one is due. */
  submit(draft: BlockDraft): void
}
