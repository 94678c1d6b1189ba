import { WorkbenchError } from '../../core/error.ts'
import { YEAR_LIMITS } from '../../core/fiscal-year.ts'
import { createWorkbook } from '../../engine/create-workbook.ts'
import type { Command } from '../command.ts'
import { createAt } from '../opened-workbook.ts'
import { parseYear } from '../parsing.ts'
import { printJson } from '../printing.ts'

/** Starts an empty workbook where no file stands. */
export const newCommand: Command = {
  usage: 'new <file>',
  summary: { vi: 'Tạo sổ kế hoạch trống', en: 'Create an empty workbook' },
  options: [
    ['--from <year>', { vi: 'năm đầu kỳ', en: 'first year of the period' }],
    ['--to <year>', { vi: 'năm cuối kỳ', en: 'last year of the period' }],
    ['--title <title>', { vi: 'tên kế hoạch', en: 'title of the plan' }],
  ],
  async run([path = ''], { from, to, title }, output) {
    const period = { from: parseYear(from), to: parseYear(to) }
    const length = period.to - period.from + 1
    if (length < 1 || length > YEAR_LIMITS.longest) {
      const message = `--from ${period.from} --to ${period.to}`
      throw new WorkbenchError('usage', {
        message,
        expected: `--from ≤ --to ≤ --from + ${YEAR_LIMITS.longest - 1}`,
      })
    }
    const created = await createAt(path, () =>
      createWorkbook(String(title ?? ''), period.from, period.to),
    )
    if (output.isJson) printJson(output, created)
    else output.print(path)
    return 0
  },
}
