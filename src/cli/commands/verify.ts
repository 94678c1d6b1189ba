import type { Failure } from '../../contract/failure.ts'
import { WorkbenchError, fromFailure } from '../../contract/failure.ts'
import { describeError } from '../../core/wording.ts'
import { checkHistory } from '../../engine/workbook/check-history.ts'
import { listGenerations } from '../../engine/workbook/generations.ts'
import { askIntake } from '../../engine/workbook/intake-process.ts'
import type { Command, Output } from '../command.ts'
import { exitCodeOf } from '../exit-code.ts'
import { withWorkbook } from '../opened-workbook.ts'
import { printJson } from '../printing.ts'

/** Says whether a file is a whole, unaltered, consistent workbook and what can be restored; exits 3 when it is not. */
export const verify: Command = {
  usage: 'verify <file>',
  summary: {
    vi: 'Kiểm tra tệp có nguyên vẹn không',
    en: 'Verify that a file is whole and unaltered',
  },
  async run([path = ''], _options, output) {
    const problems = (await findProblems(path)).map(({ code, detail }) => ({
      code,
      detail,
      message: describeError(code, detail, output.language),
    }))
    const isWhole = problems.length === 0
    const generations = isWhole ? [] : listGenerations(path)
    if (output.isJson) printJson(output, { ok: isWhole, problems, generations })
    else if (isWhole)
      output.print(output.language === 'vi' ? 'Tệp nguyên vẹn.' : 'The file is whole.')
    else {
      for (const { message } of problems) output.print(message)
      printWays(output, path, generations[0]?.id)
    }
    return isWhole ? 0 : 3
  },
}

async function findProblems(path: string): Promise<WorkbenchError[]> {
  try {
    await withWorkbook(path, ({ file, plan }) => checkHistory(file.db, plan))
    return []
  } catch (error) {
    if (!(error instanceof WorkbenchError) || exitCodeOf(error.code) !== 3) throw error
    return [error, ...lookInside(path).filter(({ code }) => code !== error.code)]
  }
}

/** What is wrong inside; a process that was stopped over it says no more than the refusal did. */
function lookInside(path: string): WorkbenchError[] {
  try {
    return askIntake('diagnose', path)
      .map((failure) => fromFailure(failure as Failure))
      .filter((error) => error instanceof WorkbenchError)
  } catch (error) {
    if (error instanceof WorkbenchError) return []
    throw error
  }
}

function printWays(output: Output, path: string, generation: string | undefined): void {
  const isVietnamese = output.language === 'vi'
  if (generation !== undefined) {
    const way = isVietnamese ? 'Lấy lại bản lưu trước' : 'Use the earlier version'
    output.print(`${way}: longghep restore ${path} --to ${generation}`)
  }
  const way = isVietnamese ? 'Cứu các dòng còn đọc được' : 'Save the rows that can be read'
  output.print(
    `${way}: longghep restore ${path} --salvage <${isVietnamese ? 'tệp mới' : 'new file'}>`,
  )
}
