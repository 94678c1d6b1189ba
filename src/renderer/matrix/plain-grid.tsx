import { type GridApi, type GridOptions, createGrid } from 'ag-grid-community'
import { useEffect, useRef } from 'react'

interface PlainGridProps<Row> {
  /** Options that were given once can change, but not go away. */
  readonly options: GridOptions<Row>
  readonly testId: string
  onUp(grid: { api: GridApi<Row>; root: HTMLElement }): void
  /** Its first rows are in the document. */
  onDrawn(): void
}

/** A grid that draws itself: with React's wrapper every cell would be a component, which a fast scroll pays for. */
export function PlainGrid<Row>({ options, testId, onUp, onDrawn }: PlainGridProps<Row>) {
  const root = useRef<HTMLDivElement>(null)
  const shown = useRef(options)
  const update = useRef<((changed: GridOptions<Row>) => void) | null>(null)

  useEffect(() => {
    const element = root.current
    if (!element) return
    const api = createGrid(element, { ...shown.current, onFirstDataRendered: onDrawn })
    update.current = (changed) => api.updateGridOptions(changed)
    onUp({ api, root: element })
    return () => api.destroy()
  }, [onUp, onDrawn])

  useEffect(() => {
    const changed = changedOptions(shown.current, options)
    shown.current = options
    if (changed) update.current?.(changed)
  }, [options])

  return <div className="matrix-grid" data-testid={testId} ref={root} />
}

/** The options that are not what they were; null where all are. */
export function changedOptions<Row>(
  before: GridOptions<Row>,
  after: GridOptions<Row>,
): GridOptions<Row> | null {
  const names = Object.keys(after) as (keyof GridOptions<Row>)[]
  const changed = names.filter((name) => after[name] !== before[name])
  if (changed.length === 0) return null
  return Object.fromEntries(changed.map((name) => [name, after[name]])) as GridOptions<Row>
}
