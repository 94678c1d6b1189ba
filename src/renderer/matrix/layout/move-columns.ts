import { usePlan } from '../../plan/plan-store.ts'
import { lineOfColumn } from '../matrix-row.ts'
import { orderLines, useLayout } from './layout-store.ts'
import { arrangeBands, moveTo } from './line-order.ts'

/** Moves the lines of some columns to where another column stands; a line stays within its programme. */
export function moveColumns(columns: readonly string[], to: string): void {
  const target = codesOf([to])[0]
  const band = bandOf(columns)
  if (target === undefined || !band.all.includes(target)) return
  orderLines(moveTo(band.all, band.moving, target))
}

/** Moves the lines of some columns by one place to the left or to the right. */
export function stepColumns(columns: readonly string[], step: -1 | 1): void {
  const { all, moving } = bandOf(columns)
  const { hidden } = useLayout.getState()
  const shown = all.filter((code) => !hidden.includes(code))
  const edge = shown.indexOf((step < 0 ? moving[0] : moving.at(-1)) ?? '')
  const next = shown[edge + step]
  if (edge >= 0 && next !== undefined) orderLines(moveTo(all, moving, next))
}

/** The lines of the first column's programme, and those of them that move, both in the order shown. */
function bandOf(columns: readonly string[]) {
  const plan = usePlan.getState().columns
  const codes = codesOf(columns)
  const bands = plan ? arrangeBands(plan, useLayout.getState().order) : []
  const all = bands
    .map(({ lines }) => lines.map(({ code }) => code))
    .find((band) => band.includes(codes[0] ?? ''))
  return { all: all ?? [], moving: (all ?? []).filter((code) => codes.includes(code)) }
}

function codesOf(columns: readonly string[]): string[] {
  const plan = usePlan.getState().columns
  return columns.flatMap((column) => {
    const line = lineOfColumn(column)
    return (line === null ? undefined : plan?.line(line)?.code) ?? []
  })
}
