import { foldHeading } from './fold-heading.ts'
import { type TableRow, cellText } from './sheet-table.ts'

/** Where an annex's columns are that tell a project from a group of projects; -1 where there is none. */
export interface AnnexPlaces {
  readonly ordinal: number
  readonly name: number
  readonly code: number
  /** Columns only a project fills: place, group, decision, years. */
  readonly telling: readonly number[]
}

/** A group or total row and the projects whose sum it states. */
export interface StatedSum {
  readonly row: TableRow
  readonly members: readonly TableRow[]
}

/** An annex's rows told apart. */
export interface AnnexRows {
  readonly projects: readonly TableRow[]
  readonly sums: readonly StatedSum[]
  /** Rows that have neither name nor code. */
  readonly unnamed: readonly TableRow[]
}

const TOTAL = /^(?:tong|tong cong|tong so|cong|total|grand total)(?: |$)/
const OWN_SUMS = /^(?:tran von|du phong|con lai|ceiling|reserve|remaining)$/

/** Tells projects from group, total, label and signature rows. */
export function splitRows(rows: readonly TableRow[], places: AnnexPlaces): AnnexRows {
  const levels = new Levels()
  const projects: TableRow[] = []
  const open: { depth: number; row: TableRow; members: TableRow[] }[] = []
  const sums: StatedSum[] = []
  const unnamed: TableRow[] = []
  rows.forEach((row, i) => {
    const name = textAt(row, places.name)
    if (name === '' && textAt(row, places.code) === '') {
      unnamed.push(row)
      return
    }
    if (OWN_SUMS.test(foldHeading(name))) return
    const isTotal = TOTAL.test(foldHeading(name)) && textAt(row, places.code) === ''
    const depth = isTotal ? 0 : levels.depthOf(ordinalOf(row, places))
    if (!isTotal && isProject(row, rows[i + 1], places)) {
      projects.push(row)
      for (const group of open) group.members.push(row)
      return
    }
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= depth) open.pop()
    const members: TableRow[] = isTotal && projects.length > 0 ? [...projects] : []
    if (members.length === 0) open.push({ depth, row, members })
    sums.push({ row, members })
  })
  return { projects, sums: sums.filter(({ members }) => members.length > 0), unnamed }
}

function isProject(row: TableRow, next: TableRow | undefined, places: AnnexPlaces): boolean {
  if (textAt(row, places.code) !== '') return true
  if (places.telling.some((column) => textAt(row, column) !== '')) return true
  if (places.code >= 0 || places.telling.length > 0) return false
  // Without a column only projects fill, a numbered row is one unless the next is numbered beneath it.
  const own = ordinalOf(row, places)
  return /^\d+$/.test(own) && !(next && ordinalOf(next, places).startsWith(`${own}.`))
}

function ordinalOf(row: TableRow, { ordinal, name }: AnnexPlaces): string {
  const own = textAt(row, ordinal).replace(/[.)]+$/, '')
  return own !== '' ? own : /^[-–+*]/.test(textAt(row, name)) ? '-' : ''
}

function textAt(row: TableRow, column: number): string {
  return cellText(row.cells[column]).trim()
}

/** Ranks ordinals by kind in the order the kinds first appear, so that numbering may start anew under each group. */
class Levels {
  private readonly kinds: string[] = []
  private last = ''

  depthOf(ordinal: string): number {
    const kind = this.kindOf(ordinal)
    this.last = ordinal
    const known = this.kinds.indexOf(kind)
    if (known >= 0) return known + 1
    this.kinds.push(kind)
    return this.kinds.length
  }

  private kindOf(ordinal: string): string {
    if (/^\d+(?:\.\d+)*$/.test(ordinal)) return `number ${ordinal.split('.').length}`
    const isNextLetter = ordinal.charCodeAt(0) === this.last.charCodeAt(0) + 1
    if (/^[IVX]+$/.test(ordinal) && !(ordinal.length === 1 && isNextLetter && ordinal !== 'V'))
      return 'roman'
    if (/^[A-ZĐ]$/.test(ordinal)) return 'capital'
    if (/^[a-zđ]$/.test(ordinal)) return 'letter'
    return ordinal === '' ? 'none' : 'mark'
  }
}
