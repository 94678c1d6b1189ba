import { waiveFlag, unwaiveFlag } from '../../engine/waive-flag.ts'
import { flagsAt } from '../../engine/flags-at.ts'
import { nameRule } from '../../core/wording.ts'
import type { Command } from '../command.ts'
import { parseFlagTarget } from '../flag-target.ts'
import { withWorkbook } from '../opened-workbook.ts'
import { printJson } from '../printing.ts'

/** Accepts a flag with reason and person, or takes that back, and saves. */
export const waive: Command = {
  usage: 'waive <file> <code> <subject> [year]',
  summary: {
    vi: 'Chấp nhận có lý do một cảnh báo; cảnh báo mở lại khi số liệu xấu đi',
    en: 'Accept a flag with a reason; it reopens when its numbers get worse',
  },
  options: [
    ['--reason <text>', { vi: 'lý do chấp nhận', en: 'why it is accepted' }],
    ['--by <name>', { vi: 'người chấp nhận', en: 'who accepts it' }],
    ['--withdraw', { vi: 'bỏ chấp nhận', en: 'take the acceptance back' }],
  ],
  run([path = '', code = '', subject = '', year], options, output) {
    return withWorkbook(path, (session) => {
      const target = parseFlagTarget(session.plan, code, subject, year)
      const author = { reason: String(options['reason'] ?? ''), by: String(options['by'] ?? '') }
      if (options['withdraw']) unwaiveFlag(session, target)
      else waiveFlag(session, target, author)
      session.save(null)
      const [flag] = flagsAt(session, target)
      const waiver = flag?.waiver ?? null
      if (output.isJson) {
        const { code: rule, year: of } = target
        const contentHash = session.contentHash()
        printJson(output, { code: rule, subject, year: of, waived: !!waiver, waiver, contentHash })
      } else {
        const said = waiver ? `${waiver.by}: ${waiver.reason}` : '–'
        output.print(
          [nameRule(target.code, output.language), subject, year ?? '', said].join(' · '),
        )
      }
      return 0
    })
  },
}
