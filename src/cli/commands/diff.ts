import type { DifferentEntry, PlanDifference } from '../../contract/plan-difference.ts'
import { describeField, nameEntry } from '../../contract/entry-wording.ts'
import { comparePlans } from '../../engine/compare-plans.ts'
import { readFilePlan } from '../../engine/workbook/read-file-plan.ts'
import type { Command, Output } from '../command.ts'
import { printJson } from '../printing.ts'

const WORDS = {
  vi: {
    same: 'Hai kế hoạch như nhau.',
    actions: { added: 'Thêm', changed: 'Khác', removed: 'Bỏ' },
  },
  en: {
    same: 'The two plans say the same.',
    actions: { added: 'Added', changed: 'Changed', removed: 'Removed' },
  },
}

/** Lists what the second file has more, other and less than the first; exits 1 where they differ. */
export const diff: Command = {
  usage: 'diff <file> <other>',
  summary: {
    vi: 'Liệt kê chỗ khác nhau giữa hai tệp kế hoạch',
    en: 'List what two workbooks differ in',
  },
  run([path = '', other = ''], _options, output) {
    const difference = comparePlans(readFilePlan(path), readFilePlan(other))
    const isSame = difference.entries.length === 0
    if (output.isJson) printJson(output, { same: isSame, ...difference })
    else if (isSame) output.print(WORDS[output.language].same)
    else printDifference(output, difference)
    return isSame ? 0 : 1
  },
}

function printDifference(output: Output, { entries }: PlanDifference): void {
  for (const entry of entries) output.print(describe(entry, output.language))
}

function describe({ id, action, fields }: DifferentEntry, language: Output['language']): string {
  const what = fields.map((field) => describeField(field, language)).join('; ')
  return `${WORDS[language].actions[action]}: ${nameEntry(id, language)} – ${what}`
}
