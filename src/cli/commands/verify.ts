import { WorkbenchError } from '../../core/error.ts'
import { describeError } from '../../core/wording.ts'
import { checkHistory } from '../../engine/check-history.ts'
import type { Command } from '../command.ts'
import { exitCodeOf } from '../exit-code.ts'
import { withWorkbook } from '../opened-workbook.ts'
import { printJson } from '../printing.ts'

/** Says whether a file is a whole, unaltered, consistent workbook; exits 3 when it is not. */
export const verify: Command = {
  usage: 'verify <file>',
  summary: {
    vi: 'Kiểm tra tệp có nguyên vẹn không',
    en: 'Verify that a file is whole and unaltered',
  },
  async run([path = ''], _options, output) {
    const problems = (await findProblems(path)).map(({ code, detail }) => ({
      code,
      message: describeError(code, detail, output.language),
    }))
    const isWhole = problems.length === 0
    if (output.isJson) printJson(output, { ok: isWhole, problems })
    else if (isWhole)
      output.print(output.language === 'vi' ? 'Tệp nguyên vẹn.' : 'The file is whole.')
    for (const { message } of output.isJson ? [] : problems) output.print(message)
    return isWhole ? 0 : 3
  },
}

async function findProblems(path: string): Promise<WorkbenchError[]> {
  try {
    await withWorkbook(path, checkHistory)
    return []
  } catch (error) {
    if (error instanceof WorkbenchError && exitCodeOf(error.code) === 3) return [error]
    throw error
  }
}
