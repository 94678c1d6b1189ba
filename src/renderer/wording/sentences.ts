import { i18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Language } from '../../contract/bridge.ts'
import { describeHistory } from '../../contract/history-wording.ts'
import type { HistorySummary } from '../../contract/plan-view.ts'
import { describeProblem } from '../../contract/problem-wording.ts'
import type { Problem } from '../../contract/tables.ts'
import { WorkbenchError } from '../../core/error.ts'
import type { Unit } from '../../core/money.ts'
import type { Flag } from '../../core/rules/rule.ts'
import type { Waiver } from '../../core/waiver.ts'
import { describeError, describeFlag } from '../../core/wording.ts'

/** A flag as one sentence, amounts in the shown unit. */
export function flagSentence(flag: Flag, language: Language, unit: Unit): string {
  return describeFlag(flag, language, unit)
}

/** What stopped, where and what to do; a crash is named as one and leaves its detail to be copied. */
export function errorSentence(error: unknown, language: Language): string {
  if (error instanceof WorkbenchError) return describeError(error.code, error.detail, language)
  return i18n._(
    msg`Phần mềm gặp lỗi ngoài dự kiến. Số liệu đã nhập vẫn được giữ; hãy thử lại, nếu vẫn lỗi thì gửi chi tiết cho người hỗ trợ.`,
  )
}

/** What an import did not understand, as one sentence. */
export function problemSentence(problem: Problem, language: Language): string {
  return describeProblem(problem, language)
}

/** Who accepted a flag, when and why. */
export function waiverSentence({ by, at, reason }: Waiver): string {
  return i18n._(msg`${by} chấp nhận ngày ${momentText(at)}: ${reason}`)
}

/** What was done, as one sentence. */
export function historySentence(summary: HistorySummary, language: Language): string {
  return describeHistory(summary, language)
}

const MOMENT = new Intl.DateTimeFormat('en-GB', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** A moment as dd/MM/yyyy HH:mm on this computer's clock. */
export function momentText(at: string): string {
  return MOMENT.format(new Date(at)).replace(',', '')
}
