import { createSample } from '../../engine/sample.ts'
import type { Command } from '../command.ts'
import { createAt } from '../opened-workbook.ts'
import { printJson } from '../printing.ts'

/** Writes the shipped sample workbook where no file stands. */
export const sample: Command = {
  usage: 'sample <file>',
  summary: { vi: 'Ghi sổ kế hoạch mẫu', en: 'Write the sample workbook' },
  async run([path = ''], _options, output) {
    const created = await createAt(path, createSample)
    if (output.isJson) printJson(output, created)
    else output.print(created.path)
    return 0
  },
}
