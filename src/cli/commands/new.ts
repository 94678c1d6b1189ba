import { WorkbenchError } from '../../core/error.ts'
import { YEAR_LIMITS } from '../../core/fiscal-year.ts'
import { createWorkbook } from '../../engine/create-workbook.ts'
import type { Command } from '../command.ts'
import { createAt } from '../opened-workbook.ts'
import { parseYear } from '../parsing.ts'
import { printJson } from '../printing.ts'

const LONGEST_TITLE = 500

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
    if (from === undefined || to === undefined) {
      throw new WorkbenchError('usage', { message: 'new', expected: '--from 2026 --to 2030' })
    }
    checkTitle(String(title ?? ''))
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
    else output.print(created.path)
    return 0
  },
}

function checkTitle(title: string): void {
  const isPlain = !/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(title)
  if (isPlain && title.length <= LONGEST_TITLE) return
  const expected = `--title ≤ ${LONGEST_TITLE}`
  throw new WorkbenchError('usage', { message: `--title ${title.slice(0, 40)}`, expected })
}
