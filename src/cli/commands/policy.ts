import { userInfo } from 'node:os'
import { listPolicy } from '../../core/policy-entry.ts'
import type { Plan } from '../../core/plan.ts'
import { setPolicy } from '../../engine/set-policy.ts'
import type { Command } from '../command.ts'
import { withWorkbook } from '../opened-workbook.ts'
import { parseSettings } from '../parsing.ts'
import { printJson, printTable } from '../printing.ts'

const HEADINGS = { vi: ['Mục', 'Giá trị'], en: ['Setting', 'Value'] }

/** Shows the policy or changes settings of it and saves. */
export const policy: Command = {
  usage: 'policy <file>',
  summary: {
    vi: 'Xem hoặc đổi chính sách: ngưỡng, thứ tự ưu tiên, quy tắc tắt hay nhẹ đi',
    en: 'Show or change the policy: thresholds, priority order, rules off or milder',
  },
  options: [
    ['--set <key=value...>', { vi: 'mục cần đổi, lặp lại được', en: 'a setting; may be repeated' }],
    ['--by <name>', { vi: 'người đổi quy tắc', en: 'who changes a rule' }],
    ['--reason <text>', { vi: 'lý do đổi quy tắc', en: 'why a rule is changed' }],
  ],
  run([path = ''], options, output) {
    return withWorkbook(path, (session) => {
      const entries = parseSettings(options['set'])
      if (Object.keys(entries).length > 0) {
        const before = session.revision
        const by = String(options['by'] ?? userInfo().username)
        setPolicy(session, entries, { by, reason: String(options['reason'] ?? '') })
        if (session.revision !== before) session.save(null)
      }
      if (output.isJson) {
        const contentHash = session.contentHash()
        printJson(output, { policy: describePolicy(session.plan), contentHash })
      } else printTable(output, HEADINGS[output.language], Object.entries(listPolicy(session.plan)))
      return 0
    })
  },
}

/** The policy as data: counts as numbers, amounts and percentages as decimal text. */
function describePolicy(plan: Plan) {
  const { policy: of } = plan.settings
  const entries = listPolicy(plan)
  const under = (part: string) =>
    Object.entries(entries)
      .filter(([key]) => key.startsWith(`${part}.`))
      .map(([key, text]) => [key.slice(part.length + 1), text] as const)
  const single = Object.entries(entries).filter(([key]) => !key.includes('.'))
  return {
    ...Object.fromEntries(single),
    maxProgrammes: of.maxProgrammes,
    maxProjectsPerLine: of.maxProjects,
    allowedYears: of.allowedYears,
    tiers: of.tiers,
    counterpart: Object.fromEntries(under('counterpart')),
    rules: Object.fromEntries(of.rules),
  }
}
