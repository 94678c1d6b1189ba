import { findLine, findProject } from '../../core/plan.ts'
import { formatMoney } from '../../core/number-format.ts'
import { enterAllocation } from '../../engine/enter-allocation.ts'
import type { Command } from '../command.ts'
import { withWorkbook } from '../opened-workbook.ts'
import { parseYear } from '../parsing.ts'
import { printJson } from '../printing.ts'

/** Puts an amount into one cell and saves. */
export const set: Command = {
  usage: 'set <file> <project> <line> <year> <amount>',
  summary: {
    vi: 'Bố trí một khoản: dự án, nguồn vốn, năm, số tiền (0 để xóa)',
    en: 'Set one allocation: project, line, year, amount (0 clears)',
  },
  async run([path = '', project = '', line = '', year = '', text = ''], _options, output) {
    const result = await withWorkbook(path, (session) => {
      const cell = {
        project: findProject(session.plan, project).id,
        line: findLine(session.plan, line).id,
        year: parseYear(year),
      }
      const before = session.revision
      const { amount } = enterAllocation(session, cell, text, 'dong')
      if (session.revision !== before) session.save(null)
      return { project, line, year: cell.year, amount, contentHash: session.contentHash() }
    })
    if (output.isJson) printJson(output, result)
    else
      output.print(
        `${project} · ${line} · ${year}: ${formatMoney(result.amount, 'dong', output.language)} đ`,
      )
    return 0
  },
}
