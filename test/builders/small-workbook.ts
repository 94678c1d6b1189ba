import { money } from '../../src/core/money.ts'
import { type FundingLine, blankLine } from '../../src/core/funding-line.ts'
import type { PlanChange } from '../../src/core/plan-change.ts'
import type { Project } from '../../src/core/project.ts'
import { createWorkbook } from '../../src/engine/create-workbook.ts'
import { type Announce, WorkbookSession } from '../../src/engine/session.ts'

/** A funding line of 2 tỷ in 2026, of which 100 triệu are reserve. */
export const smallLine: FundingLine = {
  ...blankLine(1, 'NST'),
  name: 'Ngân sách tỉnh',
  programme: 1,
  source: 'provincial',
  years: new Map([[2026, { ceiling: money(2_000_000_000), reserve: money(100_000_000) }]]),
}

/** A project that needs 1,5 tỷ in 2026. */
export const smallProject: Project = {
  id: 1,
  code: '7654321',
  name: 'Trường Mô Rai',
  place: 'Mô Rai',
  isBorder: true,
  region: '',
  sector: 'giáo dục',
  task: 'Phát triển giáo dục',
  group: 'B',
  stage: 'new-start',
  capitalType: 'development',
  owner: '',
  startYear: 2026,
  endYear: 2027,
  totalInvestment: money(3_000_000_000),
  fundedBefore: money(0),
  arrears: money(0),
  advance: money(0),
  decision: '12/QĐ-UBND',
  decisionDate: '2025-12-01',
  exception: '',
  needs: new Map([[2026, money(1_500_000_000)]]),
  ratios: new Map(),
}

const FILLING: readonly PlanChange[] = [
  {
    kind: 'programme-set',
    id: 1,
    before: null,
    after: { id: 1, code: 'NSNN', name: 'Ngân sách nhà nước', kind: 'state-budget', parent: null },
  },
  { kind: 'line-set', id: 1, before: null, after: smallLine },
  { kind: 'project-set', id: 1, before: null, after: smallProject },
]

/** A session on a new workbook with one programme, one line and one project for 2026–2028. */
export function openSmallWorkbook(announce?: Announce): WorkbookSession {
  const file = createWorkbook('Kế hoạch thử', 2026, 2028)
  const session = new WorkbookSession(file, announce)
  session.edit({ kind: 'import', detail: { added: FILLING.length, updated: 0 } }, FILLING)
  return session
}
