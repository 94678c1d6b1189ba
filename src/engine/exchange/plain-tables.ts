import { COLUMN_KEYS } from '../../contract/column-names.ts'
import type { Cell } from '../../core/allocation.ts'
import type { TableKind } from '../../contract/tables.ts'
import { yearsOf } from '../../core/fiscal-year.ts'
import type { FundingLine } from '../../core/funding-line.ts'
import type { Money, Unit } from '../../core/money.ts'
import type { Plan } from '../../core/plan.ts'
import { policyRows } from '../../core/policy-row.ts'
import { NO_REGION, type Project } from '../../core/project.ts'
import { amountText } from './amount-text.ts'
import { type OutCell, numberCell, textCell } from './out-sheet.ts'
import { ratiosText } from '../../core/ratios-text.ts'

/** A plain table as rows of cells, header row first; `import` reads it back to an equal plan. */
export function plainTable(plan: Plan, kind: TableKind, unit: Unit): OutCell[][] {
  const writer = new TableWriter(plan, unit)
  const [header, rows] = writer[kind]()
  return [header.map((key) => textCell(key)), ...rows]
}

type Table = [header: readonly string[], rows: OutCell[][]]

class TableWriter {
  constructor(
    private readonly from: Plan,
    private readonly unit: Unit,
  ) {}

  plan(): Table {
    const { title, organisation, from, to, basis } = this.from.settings
    const row = [
      textCell(title),
      textCell(organisation),
      yearCell(from),
      yearCell(to),
      textCell(basis),
    ]
    return [COLUMN_KEYS.plan, [row]]
  }

  programmes(): Table {
    const { programmes } = this.from
    const rows = [...programmes.values()].map(({ code, name, kind, parent }) =>
      [code, name, kind, codeOf(programmes, parent)].map((text) => textCell(text)),
    )
    return [COLUMN_KEYS.programmes, rows]
  }

  lines(): Table {
    return [COLUMN_KEYS.lines, [...this.from.lines.values()].flatMap((line) => this.lineRows(line))]
  }

  tasks(): Table {
    const rows = [...this.from.tasks.values()].map(({ code, name, basis }) =>
      [code, name, basis].map((text) => textCell(text)),
    )
    return [COLUMN_KEYS.tasks, rows]
  }

  projects(): Table {
    const projects = [...this.from.projects.values()]
    const years = [
      ...new Set([
        ...yearsOf(this.from.settings),
        ...projects.flatMap((project) => [...project.needs.keys()]),
      ]),
    ].sort((a, b) => a - b)
    // What an annex may say in one column, the first and last year together, has two here.
    const header = COLUMN_KEYS.projects.filter((key) => key !== 'period')
    const needs = years.map((year) => `need_${year}`)
    return [[...header, ...needs], projects.map((project) => this.projectRow(project, years))]
  }

  allocations(): Table {
    const rows = [...this.from.allocations]
      .sort(compareCells)
      .map(({ project, line, year, amount, note, isHeld }) => [
        textCell(codeOf(this.from.projects, project)),
        textCell(codeOf(this.from.lines, line)),
        yearCell(year),
        this.amount(amount),
        textCell(note),
        textCell(isHeld ? 'yes' : ''),
      ])
    return [COLUMN_KEYS.allocations, rows]
  }

  /** What is held beyond cells with money, which say so themselves. */
  holds(): Table {
    const rows = [...this.from.holds.values()].map(({ kind, project, line, year }) => [
      textCell(kind),
      textCell(codeOf(this.from.projects, project)),
      textCell(codeOf(this.from.lines, line)),
      yearCell(year),
    ])
    return [COLUMN_KEYS.holds, rows]
  }

  waivers(): Table {
    const { projects, lines, tasks } = this.from
    const subjects = { project: projects, line: lines, task: tasks, plan: new Map() }
    const rows = [...this.from.waivers.values()].map(
      ({ rule, subject, id, year, gauge, reason, by, at }) => [
        textCell(rule),
        textCell(subject),
        textCell(codeOf(subjects[subject], id)),
        yearCell(year),
        numberCell(String(gauge), 'year'),
        ...[reason, by, at].map((text) => textCell(text)),
      ],
    )
    return [COLUMN_KEYS.waivers, rows]
  }

  /** Amounts in whole đồng and shares in percent, whatever unit the other tables are in. */
  policy(): Table {
    const rows = policyRows(this.from).map(({ key, value, source, trust, by, reason }) => [
      textCell(key),
      /^\d+(?:\.\d+)?$/.test(value) ? numberCell(value, 'year') : textCell(value),
      ...[source, trust, by, reason].map((text) => textCell(text)),
    ])
    return [COLUMN_KEYS.policy, rows]
  }

  /** One row per year with money, and one without a year for a line that has none at all. */
  private lineRows(line: FundingLine): OutCell[][] {
    const years = [...line.years]
      .filter(([, { ceiling, reserve }]) => ceiling !== 0n || reserve !== 0n)
      .sort(([a], [b]) => a - b)
    if (years.length === 0) return [this.lineRow(line, [null, null, null])]
    return years.map(([year, { ceiling, reserve }]) =>
      this.lineRow(line, [yearCell(year), this.amount(ceiling), this.amount(reserve)]),
    )
  }

  private lineRow(line: FundingLine, money: readonly OutCell[]): OutCell[] {
    const { sectors, places, groups, stages, borderOnly } = line.eligibility
    const regions = line.eligibility.regions.map((region) => region || NO_REGION)
    return [
      textCell(line.code),
      textCell(line.name),
      textCell(codeOf(this.from.programmes, line.programme)),
      textCell(line.source),
      textCell(line.capitalType),
      ...money,
      yearCell(line.validUntil),
      ...[sectors, places, groups, stages, regions].map((list) => textCell(list.join(';'))),
      textCell(borderOnly ? 'yes' : 'no'),
      textCell(line.budgetCodes),
      textCell(line.basis),
    ]
  }

  private projectRow(project: Project, years: readonly number[]): OutCell[] {
    const { code, name, place, sector, task, group, stage, capitalType, owner } = project
    const { totalInvestment, fundedBefore, arrears, advance, decision, decisionDate, exception } =
      project
    return [
      ...[code, name, place, project.isBorder ? 'yes' : 'no'].map((text) => textCell(text)),
      ...[project.region, sector, task, group, stage, capitalType, owner].map((text) =>
        textCell(text),
      ),
      yearCell(project.startYear),
      yearCell(project.endYear),
      ...[totalInvestment, fundedBefore, arrears, advance].map((amount) => this.amount(amount)),
      ...[decision, decisionDate, exception, this.ratios(project)].map((text) => textCell(text)),
      ...years.map((year) => this.amount(project.needs.get(year))),
    ]
  }

  private ratios({ ratios }: Project): string {
    return ratiosText(ratios, (id) => codeOf(this.from.programmes, id))
  }

  private amount(amount: Money | undefined): OutCell {
    return amount === undefined || amount === 0n ? null : numberCell(amountText(amount, this.unit))
  }
}

/** The same plan gives the same table, whatever order its cells were filled in. */
function compareCells(a: Cell, b: Cell): number {
  return a.project - b.project || a.line - b.line || a.year - b.year
}

function yearCell(year: number | null): OutCell {
  return year === null ? null : numberCell(String(year), 'year')
}

function codeOf(entries: ReadonlyMap<number, { code: string }>, id: number | null): string {
  return id === null ? '' : (entries.get(id)?.code ?? '')
}
