import type { TableKind } from '../../contract/tables.ts'
import type { FiscalYear } from '../../core/fiscal-year.ts'
import type { FundingLine } from '../../core/funding-line.ts'
import { columnKey } from './column-map.ts'
import { SOURCE_WORDS, readWord } from './enum-words.ts'
import { foldHeading } from './fold-heading.ts'
import { NOTE_HEADINGS } from './headings.ts'

/** How sure a proposed meaning is: the heading says it, it follows from the headings around it, or it is the only one that fits. */
export type Confidence = 'sure' | 'likely' | 'guess'

/** What a column of an annex is taken for, and the words that speak for it. */
export interface ColumnProposal {
  /** A column key, `line:CODE:YEAR` for money of a line, `stated:YEAR` for a total, or null where it is left out. */
  readonly key: string | null
  readonly confidence: Confidence
  readonly evidence: string
  /** Whether the column holds allocations whose line is not clear. */
  readonly isUnclear?: boolean
}

/** What an annex's columns are read against. */
export interface AnnexContext {
  readonly lines: readonly FundingLine[]
  /** The year a column without one of its own is about. */
  readonly year: FiscalYear | null
}

const ALLOCATED = /ke hoach|bo tri|phan bo|giao von|von nam/
const NOT_ALLOCATED =
  /giai ngan|luy ke|nghiem thu|nhu cau|thuc hien|trung han|keo dai|den het|con thieu|con lai|tong muc|tmdt/
const TOTAL = /^(?:tong|tong so|tong cong|cong|tong von|so tien)(?: |$)/
const ATTRIBUTES: readonly (readonly [RegExp, string])[] = [
  [/thoi gian (?:kc|khoi cong|thuc hien|xd|xay dung|bat dau)/, 'period'],
  [/quyet dinh.*\| ?so\b|\bso (?:quyet dinh|qd)\b|\bso ngay/, 'decision'],
  [/tmdt|tong muc dau tu|tong von dau tu/, 'total_investment'],
  [/luy ke.*bo tri|luy ke von|bo tri den het|luy ke cap von/, 'funded_before'],
]

/** Proposes what each column of an annex means for one table. */
export function proposeColumns(
  kind: TableKind,
  paths: readonly (readonly string[])[],
  context: AnnexContext,
): ColumnProposal[] {
  const taken = new Set<string>()
  return paths.map((path) => {
    const proposal =
      kind === 'allocations' ? proposeMoney(path, context) : proposeAttribute(kind, path, context)
    const { key } = proposal
    if (key === null || !taken.has(key)) {
      if (key !== null) taken.add(key)
      return proposal
    }
    return { ...proposal, key: null, confidence: 'likely' }
  })
}

/** Whether some column holds money given in a plan, whichever line it is. */
export function hasMoneyColumns(paths: readonly (readonly string[])[]): boolean {
  return paths.some((path) => path.length > 1 && isAllocated(foldPath(path)))
}

/** Whether a heading needs no word about being left out: ordinals and notes. */
export function isNoteColumn(path: readonly string[]): boolean {
  return path.length === 0 || NOTE_HEADINGS.has(foldHeading(path.at(-1) ?? ''))
}

function proposeAttribute(
  kind: TableKind,
  path: readonly string[],
  { year }: AnnexContext,
): ColumnProposal {
  const [only] = path
  const evidence = path.join(' › ')
  if (only === undefined) return { key: null, confidence: 'sure', evidence }
  const known = path.length === 1 ? columnKey(kind, only) : null
  if (known !== null) return { key: known, confidence: 'sure', evidence }
  const folded = foldPath(path.map(spellOutEqual))
  if (/nhu cau/.test(folded) && !/chenh lech/.test(folded) && isWhole(path)) {
    const own = yearIn(path)
    return {
      key: own === null && year === null ? null : `need_${own ?? year}`,
      confidence: own === null ? 'likely' : 'sure',
      evidence,
    }
  }
  const attribute = ATTRIBUTES.find(([words]) => words.test(folded))?.[1]
  if (attribute && isWhole(path)) return { key: attribute, confidence: 'likely', evidence }
  return { key: null, confidence: 'sure', evidence }
}

/** `Giá trị công trình (=Tổng mức đầu tư)` says in its bracket what it is. */
function spellOutEqual(label: string): string {
  return label.replace(/\(\s*=([^)]*)\)/g, ' $1 ')
}

function proposeMoney(path: readonly string[], { lines, year }: AnnexContext): ColumnProposal {
  const evidence = path.join(' › ')
  const leaf = (path.at(-1) ?? '').replace(/^\s*trong đó\s*:?\s*/iu, '')
  const folded = foldPath(path)
  const known =
    path.length === 1 ? (columnKey('allocations', leaf) ?? allocationProject(leaf)) : null
  if (known !== null) return { key: known, confidence: 'sure', evidence }
  const own = yearIn(path) ?? year
  // The same source also heads columns of what was disbursed, given before or asked for.
  const isOther = NOT_ALLOCATED.test(foldPath(path.slice(0, -1)))
  const exact = isOther ? undefined : lines.find((line) => isNamedBy(line, leaf))
  if (exact && own !== null)
    return { key: `line:${exact.code}:${own}`, confidence: 'sure', evidence }
  if (/^(?:da bo tri|tong bo tri)$/.test(folded) && own !== null)
    return { key: `stated:${own}`, confidence: 'likely', evidence }
  if (path.length === 0 || !isAllocated(folded)) return { key: null, confidence: 'sure', evidence }
  if (TOTAL.test(foldHeading(leaf)))
    return { key: own === null ? null : `stated:${own}`, confidence: 'likely', evidence }
  const source =
    readWord(SOURCE_WORDS, leaf.replace(/^vốn\s+/iu, '')) ?? readWord(SOURCE_WORDS, leaf)
  const ofSource = lines.filter((line) => line.source === source)
  const [line] = ofSource
  if (line && ofSource.length === 1 && own !== null)
    return { key: `line:${line.code}:${own}`, confidence: 'guess', evidence }
  const isUnclear = path.length > 1
  return { key: null, confidence: 'guess', evidence, isUnclear }
}

function allocationProject(leaf: string): string | null {
  return columnKey('projects', leaf) === 'name' ? 'name' : null
}

function isNamedBy({ code, name }: FundingLine, leaf: string): boolean {
  const folded = foldHeading(leaf)
  return [code, name, `${code} – ${name}`].some(
    (text) => leaf === text || (text !== '' && folded === foldHeading(text)),
  )
}

function isAllocated(folded: string): boolean {
  return ALLOCATED.test(folded) && !NOT_ALLOCATED.test(folded)
}

/** The whole of a block, not a part of it under `Trong đó`. */
function isWhole(path: readonly string[]): boolean {
  const folded = path.map(foldHeading)
  if (folded.some((label) => label.startsWith('trong do'))) return false
  const leaf = folded.at(-1) ?? ''
  return (
    path.length === 1 ||
    TOTAL.test(leaf) ||
    /^nam 20\d\d$/.test(leaf) ||
    ATTRIBUTES.some(([words]) => words.test(leaf)) ||
    /^so\b/.test(leaf)
  )
}

/** The year a column's headings name, the nearest first; a period such as 2026-2030 names none. */
function yearIn(path: readonly string[]): FiscalYear | null {
  for (const label of path.map(foldHeading).reverse()) {
    const year = /\b(20\d\d|2100)\b/.exec(label.replace(/\b20\d\d (?:den )?(?:nam )?20\d\d\b/g, ''))
    if (year) return Number(year[1])
  }
  return null
}

function foldPath(path: readonly string[]): string {
  return path.map((label) => foldHeading(label)).join(' | ')
}
