import type { EligibilityCondition } from './eligibility.ts'
import type { RuleCode, Severity, Trust } from './rules/rule.ts'
import type { Sentence } from './template.ts'

/** Each rule's name. */
export const RULE_NAMES: Readonly<Record<RuleCode, Sentence>> = {
  'ceiling-exceeded': { vi: 'Vượt trần nguồn vốn', en: 'Ceiling exceeded' },
  'total-investment-exceeded': { vi: 'Vượt tổng mức đầu tư', en: 'Total investment exceeded' },
  underfunded: { vi: 'Bố trí thiếu so với nhu cầu', en: 'Underfunded' },
  'too-many-programmes': { vi: 'Lồng ghép quá nhiều chương trình', en: 'Too many programmes' },
  ineligible: { vi: 'Không đúng đối tượng của nguồn vốn', en: 'Not eligible for the line' },
  'project-code-invalid': { vi: 'Mã dự án không đúng mẫu', en: 'Invalid project code' },
  'project-code-duplicate': { vi: 'Trùng mã dự án', en: 'Duplicate project code' },
  'deadline-missing': { vi: 'Chưa có năm hoàn thành', en: 'No completion year' },
}

/** One sentence per rule; amounts come formatted with their unit. */
export const FLAG_SENTENCES: Readonly<Record<RuleCode, Sentence>> = {
  'ceiling-exceeded': {
    vi: 'Bố trí {allocated} năm {year}, vượt {excess} so với trần {ceiling} trừ dự phòng {reserve}.',
    en: '{allocated} allocated in {year}, {excess} above the ceiling of {ceiling} less the reserve of {reserve}.',
  },
  'total-investment-exceeded': {
    vi: 'Tổng vốn đã và sẽ bố trí {funded}, vượt {excess} so với tổng mức đầu tư {totalInvestment}.',
    en: 'Funding of {funded} before and in the plan, {excess} above the total investment of {totalInvestment}.',
  },
  underfunded: {
    vi: 'Thiếu {shortfall} so với nhu cầu {year} là {need} (đã bố trí {coverage} %).',
    en: 'Short of {shortfall} against the {year} need of {need} ({coverage}% allocated).',
  },
  'too-many-programmes': {
    vi: 'Năm {year} lồng ghép {programmes} chương trình mục tiêu ({programmeCodes}), quá mức {limit}.',
    en: '{programmes} target programmes ({programmeCodes}) pay it in {year}, above the limit of {limit}.',
  },
  ineligible: {
    vi: 'Nguồn {line} bố trí {amount} năm {year}, nhưng dự án {condition}.',
    en: 'Line {line} gives {amount} in {year}, but the project {condition}.',
  },
  'project-code-invalid': {
    vi: 'Mã “{code}” không phải 7 chữ số bắt đầu bằng 7 hoặc 8.',
    en: 'The code “{code}” is not 7 digits starting with 7 or 8.',
  },
  'project-code-duplicate': {
    vi: 'Mã “{code}” được dùng cho {uses} dự án.',
    en: 'The code “{code}” is used by {uses} projects.',
  },
  'deadline-missing': {
    vi: 'Dự án chưa có năm hoàn thành cụ thể.',
    en: 'The project states no completion year.',
  },
}

/** The sentence for a ceiling of which nothing is reserved. */
export const CEILING_WITHOUT_RESERVE: Sentence = {
  vi: 'Bố trí {allocated} năm {year}, vượt {excess} so với trần {ceiling}.',
  en: '{allocated} allocated in {year}, {excess} above the ceiling of {ceiling}.',
}

/** Why a project may not take a line's money, as the end of a sentence. */
export const CONDITION_CLAUSES: Readonly<Record<EligibilityCondition, Sentence>> = {
  border: { vi: 'không thuộc xã biên giới', en: 'is not in a border commune' },
  sector: {
    vi: 'không thuộc ngành, lĩnh vực của nguồn',
    en: 'is not in one of the line’s sectors',
  },
  place: { vi: 'không thuộc địa bàn của nguồn', en: 'is not in one of the line’s places' },
  group: {
    vi: 'không thuộc nhóm dự án của nguồn',
    en: 'is not in one of the line’s project groups',
  },
}

/** How serious a flag is, in words. */
export const SEVERITY_NAMES: Readonly<Record<Severity, Sentence>> = {
  error: { vi: 'Lỗi', en: 'Error' },
  warning: { vi: 'Cảnh báo', en: 'Warning' },
  info: { vi: 'Lưu ý', en: 'Note' },
}

/** How far a rule's source was checked, in words. */
export const TRUST_NAMES: Readonly<Record<Trust, Sentence>> = {
  C: { vi: 'đã đọc trong văn bản', en: 'read in the legal text' },
  S: { vi: 'theo nguồn thứ cấp', en: 'from a secondary source' },
  D: { vi: 'mặc định của phần mềm', en: 'product default' },
}
