import { type Money, money } from '../core/money.ts'
import type { Project } from '../core/project.ts'
import type { ProjectColumns } from '../core/project-columns.ts'
import type { YearSpan } from '../core/year-rows.ts'

/** Texts that repeat, each once, and by row which of them stands there. */
export interface WordColumn {
  readonly words: readonly string[]
  readonly at: Uint32Array
}

/** Texts that hardly repeat, as one: a port carries a long text at once and a nation's short ones by the piece. */
export interface TextColumn {
  readonly text: string
  /** Where the text of each row ends. */
  readonly ends: Uint32Array
}

/** A field by its own reader: one that looks fields up by name takes thrice as long over a nation. */
type Readers<Name extends keyof Project> = {
  readonly [Field in Name]: (project: Project) => Project[Field]
}

const WORDS: Readers<
  | 'place'
  | 'sector'
  | 'task'
  | 'owner'
  | 'decisionDate'
  | 'exception'
  | 'group'
  | 'stage'
  | 'capitalType'
  | 'region'
> = {
  place: ({ place }) => place,
  sector: ({ sector }) => sector,
  task: ({ task }) => task,
  owner: ({ owner }) => owner,
  decisionDate: ({ decisionDate }) => decisionDate,
  exception: ({ exception }) => exception,
  group: ({ group }) => group,
  stage: ({ stage }) => stage,
  capitalType: ({ capitalType }) => capitalType,
  region: ({ region }) => region,
}
const TEXTS: Readers<'code' | 'name' | 'decision'> = {
  code: ({ code }) => code,
  name: ({ name }) => name,
  decision: ({ decision }) => decision,
}
const AMOUNTS = ['totalInvestment', 'fundedBefore', 'arrears', 'advance'] as const

/** All projects as equally long columns: a nation's cross a port in a tenth of the time objects take. Amounts in whole đồng, at most 10^15. */
export interface ProjectTable
  extends Readonly<Record<keyof typeof WORDS, WordColumn>>,
    Readonly<Record<keyof typeof TEXTS, TextColumn>>,
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
export function writeProjects(columns: ProjectColumns): ProjectTable {
  const { entries, count, ids, span, need } = columns
  return {
    ...columnsOf(namesOf(WORDS), (name) => writeWords(entries, WORDS[name])),
    ...columnsOf(namesOf(TEXTS), (name) => writeTexts(entries, TEXTS[name])),
    totalInvestment: columns.totalInvestment.slice(),
    fundedBefore: columns.fundedBefore.slice(),
    arrears: fill(new Float64Array(count), (row) => Number(entries[row]?.arrears)),
    advance: fill(new Float64Array(count), (row) => Number(entries[row]?.advance)),
    id: new Int32Array(ids),
    isBorder: fill(new Uint8Array(count), (row) => Number(entries[row]?.isBorder)),
    startYear: columns.startYear.slice(),
    endYear: columns.endYear.slice(),
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
  const words = columnsOf(namesOf(WORDS), (name) => readWord(table[name], row))
  return {
    // What the writer took from a project is of the project's own closed types.
    ...(words as Pick<Project, keyof typeof WORDS>),
    ...columnsOf(namesOf(TEXTS), (name) => readText(table[name], row)),
    ...columnsOf(AMOUNTS, (name) => money(table[name][row] ?? 0)),
    id: table.id[row] ?? 0,
    isBorder: table.isBorder[row] === 1,
    startYear: table.startYear[row] || null,
    endYear: table.endYear[row] || null,
    needs: readNeeds(table, row),
    ratios: readRatios(table, row),
  }
}

/** The text in a row. */
export function readText({ text, ends }: TextColumn, row: number): string {
  return text.slice(ends[row - 1] ?? 0, ends[row] ?? 0)
}

/** The text in a row of those that repeat. */
export function readWord({ words, at }: WordColumn, row: number): string {
  return words[at[row] ?? 0] ?? ''
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

function writeTexts(entries: readonly Project[], textOf: (project: Project) => string): TextColumn {
  let text = ''
  const ends = fill(new Uint32Array(entries.length), (row) => {
    text += textOf(entries[row] as Project)
    return text.length
  })
  return { text, ends }
}

function writeWords(entries: readonly Project[], wordOf: (project: Project) => string): WordColumn {
  const places = new Map<string, number>()
  const at = fill(new Uint32Array(entries.length), (row) => {
    const word = wordOf(entries[row] as Project)
    const known = places.get(word)
    if (known !== undefined) return known
    places.set(word, places.size)
    return places.size - 1
  })
  return { words: [...places.keys()], at }
}

function namesOf<Name extends string>(readers: Readonly<Record<Name, unknown>>): Name[] {
  return Object.keys(readers) as Name[]
}

function columnsOf<Name extends string, Column>(
  names: readonly Name[],
  column: (name: Name) => Column,
): Record<Name, Column> {
  return Object.fromEntries(names.map((name) => [name, column(name)])) as Record<Name, Column>
}
