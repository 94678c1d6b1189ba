import { describeHistory } from '../../contract/history-wording.ts'
import type { Command } from '../command.ts'
import { withWorkbook } from '../opened-workbook.ts'
import { printJson, printTable } from '../printing.ts'

/** Lists every act on the workbook, oldest first. */
export const history: Command = {
  usage: 'history <file>',
  summary: { vi: 'Xem lịch sử thay đổi', en: 'List the change log' },
  async run([path = ''], _options, output) {
    const entries = (await withWorkbook(path, ({ log }) => log.entries())).reverse()
    const changes = entries.map(({ seq, at, author, kind, summary, group }) => ({
      seq,
      at,
      author,
      kind,
      summary: describeHistory(summary, output.language),
      group,
    }))
    if (output.isJson) printJson(output, { changes })
    else {
      const header =
        output.language === 'vi'
          ? ['Số', 'Lúc (UTC)', 'Người', 'Việc']
          : ['No.', 'At (UTC)', 'By', 'What']
      printTable(
        output,
        header,
        changes.map(({ seq, at, author, summary }) => [String(seq), at, author, summary]),
      )
    }
    return 0
  },
}
