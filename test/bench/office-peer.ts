import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { yearsOf } from '../../src/core/fiscal-year.ts'
import type { Plan } from '../../src/core/plan.ts'
import { macroText, writeMacro } from '../end-to-end/office-window.ts'

const PATIENCE_MS = 120_000

/** An amount typed into a cell of the plan. */
export interface TypedAmount {
  readonly project: number
  readonly line: number
  readonly year: number
  readonly amount: number
}

/** What LibreOffice Calc makes of a plan: everything allocated and the rows that fall short, before and after the edits. */
export interface OfficeFigures {
  readonly before: OfficeTotals
  readonly after: OfficeTotals
  /** One edit with its recalculation, ms, timed inside LibreOffice. */
  readonly edit: number
}

/** The sum of everything, in the sheet's doubles, and how many rows get less than they need. */
export interface OfficeTotals {
  readonly allocated: bigint
  readonly short: number
}

/**
 * Types amounts into the plan as a matrix sheet of LibreOffice Calc: a row for each project and year, a column for
 * each line, the row's sum, need and flag beside, the columns' sums below.
 */
export function editInOffice(plan: Plan, edits: readonly TypedAmount[]): OfficeFigures {
  const folder = mkdtempSync(join(tmpdir(), 'longghep-office-'))
  try {
    const [sheet, told, said] = ['plan.fods', 'told', 'said'].map((name) => join(folder, name))
    const layout = new SheetLayout(plan)
    writeFileSync(sheet as string, layout.write())
    const lines = editLines(layout, edits, { sheet: sheet as string, said: said as string })
    runHidden(join(folder, 'profile'), macroText(lines, told as string))
    const wrong = readFileSync(told as string, 'utf8').trim()
    if (wrong !== '') throw new Error(`LibreOffice stopped at: ${wrong}`)
    return readFigures(readFileSync(said as string, 'utf8'), edits.length)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Where a plan's figures stand in the sheet. */
class SheetLayout {
  readonly columns: ReadonlyMap<number, number>
  readonly rows: ReadonlyMap<string, number>

  constructor(private readonly plan: Plan) {
    this.columns = new Map([...plan.lines.keys()].map((id, at) => [id, at]))
    const years = yearsOf(plan.settings)
    const keys = [...plan.projects.keys()].flatMap((id) => years.map((year) => `${id}:${year}`))
    this.rows = new Map(keys.map((key, at) => [key, at]))
  }

  /** The column of the rows' sums; needs and flags follow it. */
  get sums(): number {
    return this.columns.size
  }

  /** The whole sheet as LibreOffice's flat XML. */
  write(): string {
    const amounts = Array.from({ length: this.rows.size }, () => new Map<number, string>())
    for (const { project, line, year, amount } of this.plan.allocations) {
      const at = this.columns.get(line)
      if (at !== undefined) amounts[this.rowOf(project, year)]?.set(at, String(amount))
    }
    const rows = [...this.rows.keys()].map((key, row) => this.writeRow(key, row, amounts[row]))
    return `${FILE_START}${rows.join('')}${this.writeSums()}${FILE_END}`
  }

  rowOf(project: number, year: number): number {
    return this.rows.get(`${project}:${year}`) ?? 0
  }

  private writeRow(key: string, row: number, amounts: ReadonlyMap<number, string> = new Map()) {
    const [project = 0, year = 0] = key.split(':').map(Number)
    const need = this.plan.projects.get(project)?.needs.get(year) ?? 0n
    const cells = Array.from({ length: this.sums }, (_, at) => numberCell(amounts.get(at)))
    const [last, sum, needed] = [this.sums - 1, this.sums, this.sums + 1].map(
      (at) => `.${columnName(at)}${row + 1}`,
    )
    cells.push(formulaCell(`SUM([.A${row + 1}:${last}])`), numberCell(String(need)))
    cells.push(formulaCell(`IF([${sum}]<[${needed}];1;0)`))
    return rowOf(cells)
  }

  private writeSums(): string {
    const sumOf = (at: number) =>
      formulaCell(`SUM([.${columnName(at)}1:.${columnName(at)}${this.rows.size}])`)
    return rowOf(Array.from({ length: this.sums + 3 }, (_, at) => sumOf(at)))
  }
}

/** The Basic that opens the sheet, types every amount and waits for its sums and flags, and tells what it found. */
function editLines(
  layout: SheetLayout,
  edits: readonly TypedAmount[],
  { sheet, said }: { sheet: string; said: string },
): string[] {
  const list = (read: (edit: TypedAmount) => number) => `Array(${edits.map(read).join(',')})`
  const tell = [
    `Print #out, Format(cells.getCellByPosition(${layout.sums}, ${layout.rows.size}).Value, "0")`,
    `Print #out, cells.getCellByPosition(${layout.sums + 2}, ${layout.rows.size}).Value`,
  ]
  return [
    'at(0).Name = "Hidden"',
    'at(0).Value = True',
    `doc = StarDesktop.loadComponentFromURL("${pathToFileURL(sheet).href}", "_blank", 0, at())`,
    'doc.calculateAll()',
    'cells = doc.Sheets.getByIndex(0)',
    'out = FreeFile',
    `Open "${said}" For Output As #out`,
    ...tell,
    `columns = ${list(({ line }) => layout.columns.get(line) ?? 0)}`,
    `rows = ${list(({ project, year }) => layout.rowOf(project, year))}`,
    `amounts = ${list(({ amount }) => amount)}`,
    'start = GetSystemTicks()',
    'For i = 0 To UBound(amounts)',
    'cells.getCellByPosition(columns(i), rows(i)).Value = amounts(i)',
    'doc.calculate()',
    'Next i',
    'took = GetSystemTicks() - start',
    ...tell,
    'Print #out, took',
    'Close #out',
    'doc.close(True)',
  ]
}

/** Runs a macro without a window; a new profile is set up first, with an empty macro in the place of ours. */
function runHidden(profile: string, macro: string): void {
  const options = [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--nologo']
  const run = (...args: string[]) =>
    spawnSync('soffice', [...options, ...args], { timeout: PATIENCE_MS, stdio: 'ignore' })
  run('--terminate_after_init')
  writeMacro(profile, macro)
  run('macro:///Standard.Module1.Main')
}

function readFigures(said: string, edits: number): OfficeFigures {
  const [allocated = '', short, after = '', shortAfter, took] = said.trim().split(/\s+/)
  return {
    before: { allocated: BigInt(allocated), short: Number(short) },
    after: { allocated: BigInt(after), short: Number(shortAfter) },
    edit: Number(took) / edits,
  }
}

function numberCell(amount: string | undefined): string {
  return amount === undefined
    ? '<table:table-cell/>'
    : `<table:table-cell office:value-type="float" office:value="${amount}"/>`
}

function formulaCell(formula: string): string {
  const escaped = formula.replace('<', '&lt;')
  return `<table:table-cell table:formula="of:=${escaped}" office:value-type="float"/>`
}

function rowOf(cells: readonly string[]): string {
  return `<table:table-row>${cells.join('')}</table:table-row>`
}

function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26))
  return at < 26 ? letter : columnName(Math.floor(at / 26) - 1) + letter
}

const SPACE = 'urn:oasis:names:tc:opendocument:xmlns'
const FILE_START = `<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="${SPACE}:office:1.0" xmlns:table="${SPACE}:table:1.0" xmlns:of="${SPACE}:of:1.2" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="plan">`
const FILE_END = '</table:table></office:spreadsheet></office:body></office:document>'
