import type { Gap } from './gaps.ts'
import type { Unit } from './money.ts'
import type { Language } from './number-format.ts'
import { type Sentence, fillSentence } from './template.ts'
import { describeAmount } from './wording.ts'

const MOST_CODES = 10

const WITH_LINES: Sentence = {
  vi: 'Năm {year}, {count} dự án ({projects}) cần {need} nhưng chỉ được dùng các nguồn {lines}, tổng cộng {available}: thiếu {gap}, dù phân bổ thế nào.',
  en: 'In {year}, {count} projects ({projects}) need {need} but may be paid only by {lines}, which hold {available} in all: {gap} is missing however it is allocated.',
}

const WITHOUT_LINES: Sentence = {
  vi: 'Năm {year}, {count} dự án ({projects}) cần {need} nhưng không nguồn nào được phép chi còn có vốn: thiếu {gap}.',
  en: 'In {year}, {count} projects ({projects}) need {need} but no line that may pay them holds money: {gap} is missing.',
}

const MORE: Sentence = { vi: 'và {count} nữa', en: 'and {count} more' }

/** As much of a gap as its sentence needs. */
export interface GapWords extends Omit<Gap, 'projects' | 'lines'> {
  readonly projects: readonly { readonly code: string }[]
  readonly lines: readonly { readonly code: string }[]
}

/** The sentence for needs that cannot be met: which projects, which lines, how much is missing. */
export function describeGap(gap: GapWords, language: Language, unit: Unit): string {
  const sentence = gap.lines.length === 0 ? WITHOUT_LINES : WITH_LINES
  return fillSentence(sentence[language], {
    year: String(gap.year),
    count: String(gap.projects.length),
    projects: listCodes(gap.projects, language),
    lines: listCodes(gap.lines, language),
    need: describeAmount(gap.need, language, unit),
    available: describeAmount(gap.available, language, unit),
    gap: describeAmount(gap.gap, language, unit),
  })
}

/** The first codes, and how many more there are. */
function listCodes(entries: readonly { readonly code: string }[], language: Language): string {
  const codes = entries.slice(0, MOST_CODES).map(({ code }) => code)
  const more = entries.length - codes.length
  if (more > 0) codes.push(fillSentence(MORE[language], { count: String(more) }))
  return codes.join(', ')
}
