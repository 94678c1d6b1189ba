import { type Money, money } from '../core/money.ts'
import type { Project } from '../core/project.ts'
import type { ProjectColumns } from '../core/project-columns.ts'
import type { YearSpan } from '../core/year-rows.ts'

/** Texts that repeat, each once, and by row which of them stands there. */
export interface WordColumn {
  readonly words: readonly string[]
  readonly at: Uint32Array
}

const WORDS = [
  'place',
  'sector',
  'task',
  'owner',
  'decisionDate',
  'exception',
  'group',
  'stage',
  'capitalType',
  'region',
] as const
const TEXTS = ['code', 'name', 'decision'] as const
const AMOUNTS = ['totalInvestment', 'fundedBefore', 'arrears', 'advance'] as const

/** All projects as equally long columns: a nation's cross a port in a tenth of the time objects take. Amounts in whole đồng, at most 10^15. */
export interface ProjectTable
  extends Readonly<Record<(typeof WORDS)[number], WordColumn>>,
    Readonly<Record<(typeof TEXTS)[number], readonly string[]>>,
    Readonly<Record<(typeof AMOUNTS)[number], Float64Array>> {
  readonly id: Int32Array
  readonly isBorder: Uint8Array
  /** Years; 0 where none is stated. */
  readonly startYear: Int16Array
  readonly endYear: Int16Array
  /** The years of `need`, which has one figure per project and year, project by project. */
  readonly span: YearSpan
  readonly need: Float64Array
  /** Declared contributions as pairs, programme id and basis points, project by project. */
  readonly ratios: Int32Array
  /** Where the pairs of each project end. */
  readonly ratioEnds: Uint32Array
}

/** Lays projects out in columns, in the order of their slots. */
export function writeProjects({ entries, count, ids, span, need }: ProjectColumns): ProjectTable {
  return {
    ...columnsOf(WORDS, (name) => writeWords(entries.map((project) => project[name]))),
    ...columnsOf(TEXTS, (name) => entries.map((project) => project[name])),
    ...columnsOf(AMOUNTS, (name) =>
      fill(new Float64Array(count), (row) => Number(entries[row]?.[name] ?? 0n)),
    ),
    id: new Int32Array(ids),
    isBorder: fill(new Uint8Array(count), (row) => Number(entries[row]?.isBorder)),
    startYear: fill(new Int16Array(count), (row) => entries[row]?.startYear ?? 0),
    endYear: fill(new Int16Array(count), (row) => entries[row]?.endYear ?? 0),
    span,
    need: need.slice(),
    ...writeRatios(entries),
  }
}

/** Typed arrays' own `from` walks an iterator, at several times the cost. */
function fill<Column extends Uint32Array | Float64Array | Int16Array | Uint8Array>(
  column: Column,
  figure: (row: number) => number,
): Column {
  for (let row = 0; row < column.length; row += 1) column[row] = figure(row)
  return column
}

function writeRatios(entries: readonly Project[]): Pick<ProjectTable, 'ratios' | 'ratioEnds'> {
  const pairs: number[] = []
  const ratioEnds = fill(new Uint32Array(entries.length), (row) => {
    entries[row]?.ratios.forEach((ratio, id) => pairs.push(id, ratio))
    return pairs.length
  })
  return { ratios: new Int32Array(pairs), ratioEnds }
}

/** The project in a row; years of zero need are left out. */
export function readProject(table: ProjectTable, row: number): Project {
  const words = columnsOf(WORDS, (name) => table[name].words[table[name].at[row] ?? 0] ?? '')
  return {
    // What the writer took from a project is of the project's own closed types.
    ...(words as Pick<Project, (typeof WORDS)[number]>),
    ...columnsOf(TEXTS, (name) => table[name][row] ?? ''),
    ...columnsOf(AMOUNTS, (name) => money(table[name][row] ?? 0)),
    id: table.id[row] ?? 0,
    isBorder: table.isBorder[row] === 1,
    startYear: table.startYear[row] || null,
    endYear: table.endYear[row] || null,
    needs: readNeeds(table, row),
    ratios: readRatios(table, row),
  }
}

function readNeeds({ span, need }: ProjectTable, row: number): Map<number, Money> {
  const needs = new Map<number, Money>()
  for (let offset = 0; offset < span.count; offset += 1) {
    const amount = need[row * span.count + offset] ?? 0
    if (amount > 0) needs.set(span.first + offset, money(amount))
  }
  return needs
}

function readRatios({ ratios, ratioEnds }: ProjectTable, row: number): Map<number, number> {
  const of = new Map<number, number>()
  const end = ratioEnds[row] ?? 0
  for (let at = ratioEnds[row - 1] ?? 0; at < end; at += 2) {
    of.set(ratios[at] ?? 0, ratios[at + 1] ?? 0)
  }
  return of
}

function writeWords(texts: readonly string[]): WordColumn {
  const places = new Map<string, number>()
  const at = fill(new Uint32Array(texts.length), (row) => {
    const text = texts[row] ?? ''
    const known = places.get(text)
    if (known !== undefined) return known
    places.set(text, places.size)
    return places.size - 1
  })
  return { words: [...places.keys()], at }
}

function columnsOf<Name extends string, Column>(
  names: readonly Name[],
  column: (name: Name) => Column,
): Record<Name, Column> {
  return Object.fromEntries(names.map((name) => [name, column(name)])) as Record<Name, Column>
}
