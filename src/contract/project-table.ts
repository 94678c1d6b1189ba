import { type Money, money } from '../core/money.ts'
import type { Project } from '../core/project.ts'
import type { ProjectColumns, YearSpan } from '../core/project-columns.ts'

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
  /** Declared contributions as triples: row, programme id, basis points. */
  readonly ratios: Int32Array
}

/** Lays projects out in columns, in the order of their slots. */
export function writeProjects({ entries, ids, span, need }: ProjectColumns): ProjectTable {
  return {
    ...columnsOf(WORDS, (name) => writeWords(entries.map((project) => project[name]))),
    ...columnsOf(TEXTS, (name) => entries.map((project) => project[name])),
    ...columnsOf(AMOUNTS, (name) => Float64Array.from(entries, (of) => Number(of[name]))),
    id: Int32Array.from(ids),
    isBorder: Uint8Array.from(entries, ({ isBorder }) => Number(isBorder)),
    startYear: Int16Array.from(entries, ({ startYear }) => startYear ?? 0),
    endYear: Int16Array.from(entries, ({ endYear }) => endYear ?? 0),
    span,
    need: need.slice(),
    ratios: Int32Array.from(
      entries.flatMap(({ ratios }, row) => [...ratios].flatMap(([id, ratio]) => [row, id, ratio])),
    ),
  }
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

function readRatios({ ratios }: ProjectTable, row: number): Map<number, number> {
  const of = new Map<number, number>()
  for (let at = 0; at < ratios.length; at += 3) {
    if (ratios[at] === row) of.set(ratios[at + 1] ?? 0, ratios[at + 2] ?? 0)
  }
  return of
}

function writeWords(texts: readonly string[]): WordColumn {
  const places = new Map<string, number>()
  const at = Uint32Array.from(texts, (text) => {
    const place = places.get(text) ?? places.size
    places.set(text, place)
    return place
  })
  return { words: [...places.keys()], at }
}

function columnsOf<Name extends string, Column>(
  names: readonly Name[],
  column: (name: Name) => Column,
): Record<Name, Column> {
  return Object.fromEntries(names.map((name) => [name, column(name)])) as Record<Name, Column>
}
