import type { EligibilityCondition } from './eligibility.ts'
import type { CapitalType } from './capital-type.ts'
import type { RuleCode, Severity, Trust } from './rules/rule-code.ts'
import type { Sentence } from './template.ts'

/** Each rule's name. */
export const RULE_NAMES: Readonly<Record<RuleCode, Sentence>> = {
  'ceiling-exceeded': { vi: 'Vượt trần nguồn vốn', en: 'Ceiling exceeded' },
  'total-investment-exceeded': { vi: 'Vượt tổng mức đầu tư', en: 'Total investment exceeded' },
  underfunded: { vi: 'Bố trí thiếu so với nhu cầu', en: 'Underfunded' },
  'behind-schedule': { vi: 'Bố trí chậm so với tiến độ', en: 'Behind schedule' },
  'too-many-programmes': { vi: 'Lồng ghép quá nhiều chương trình', en: 'Too many programmes' },
  'fragmented-share': { vi: 'Phần vốn manh mún', en: 'Fragmented share' },
  'scattered-line': { vi: 'Nguồn vốn dàn trải', en: 'Scattered line' },
  ineligible: { vi: 'Không đúng đối tượng của nguồn vốn', en: 'Not eligible for the line' },
  'capital-type-mismatch': { vi: 'Sai tính chất nguồn vốn', en: 'Wrong kind of capital' },
  'allocation-overdue': { vi: 'Quá thời gian bố trí vốn', en: 'Allocation overdue' },
  'arrears-outstanding': { vi: 'Còn nợ đọng trong ngành', en: 'Arrears outstanding' },
  'priority-inverted': { vi: 'Sai thứ tự ưu tiên', en: 'Priority inverted' },
  'not-completable': { vi: 'Không đủ vốn để hoàn thành', en: 'Cannot be completed' },
  'decision-missing': { vi: 'Chưa có quyết định đầu tư', en: 'No investment decision' },
  'deadline-missing': { vi: 'Chưa có năm hoàn thành', en: 'No completion year' },
  'line-expired': { vi: 'Nguồn vốn hết hạn giải ngân', en: 'Line expired' },
  'counterpart-short': { vi: 'Thiếu vốn đối ứng', en: 'Counterpart short' },
  'contribution-ratio-undeclared': {
    vi: 'Chưa khai tỷ lệ đóng góp',
    en: 'Contribution ratio undeclared',
  },
  'place-mismatch': { vi: 'Các nguồn khác địa bàn', en: 'Places do not match' },
  'project-code-invalid': { vi: 'Mã dự án không đúng mẫu', en: 'Invalid project code' },
  'project-code-duplicate': { vi: 'Trùng mã dự án', en: 'Duplicate project code' },
  'unit-suspect': { vi: 'Nghi sai đơn vị tính', en: 'Unit suspect' },
  'task-unfunded': { vi: 'Nhiệm vụ chưa có vốn', en: 'Task unfunded' },
  'reserve-missing': { vi: 'Chưa đủ dự phòng', en: 'Reserve missing' },
}

/** One sentence per rule; amounts come formatted with their unit. */
export const FLAG_SENTENCES: Readonly<Record<RuleCode, Sentence>> = {
  'ceiling-exceeded': {
    vi: 'Bố trí {allocated} năm {year}, vượt {excess} so với trần {ceiling} trừ dự phòng {reserve}.',
    en: '{allocated} allocated in {year}, {excess} above the ceiling of {ceiling} less the reserve of {reserve}.',
  },
  'total-investment-exceeded': {
    vi: 'Tổng vốn đã và sẽ bố trí là {funded}, vượt {excess} so với tổng mức đầu tư {totalInvestment}.',
    en: 'Funding of {funded} before and in the plan, {excess} above the total investment of {totalInvestment}.',
  },
  underfunded: {
    vi: 'Thiếu {shortfall} so với nhu cầu {year} là {need} (đã bố trí {coverage} %).',
    en: 'Short of {shortfall} against the {year} need of {need} ({coverage}% allocated).',
  },
  'behind-schedule': {
    vi: 'Lũy kế đến hết năm {year} mới bố trí {funded}, bằng {share} % tổng mức đầu tư; theo thời gian đã qua ({elapsed} trong {allowed} năm) phải đạt {expectedShare} %.',
    en: 'By the end of {year} only {funded} is funded, {share}% of the total investment; with {elapsed} of {allowed} years gone it should be {expectedShare}%.',
  },
  'too-many-programmes': {
    vi: 'Năm {year} lồng ghép {programmes} chương trình mục tiêu ({programmeCodes}), quá mức {limit}.',
    en: '{programmes} target programmes ({programmeCodes}) pay it in {year}, above the limit of {limit}.',
  },
  'fragmented-share': {
    vi: 'Nguồn {line} chỉ bố trí {amount} năm {year}, bằng {share} % vốn của dự án trong năm.',
    en: 'Line {line} gives only {amount} in {year}, {share}% of the project’s money that year.',
  },
  'scattered-line': {
    vi: 'Năm {year} bố trí cho {projects} dự án (tối đa {limit}), bình quân {average} một dự án (tối thiểu {least}).',
    en: 'Projects paid in {year}: {projects} (at most {limit}), {average} each on average (at least {least}).',
  },
  ineligible: {
    vi: 'Nguồn {line} bố trí {amount} năm {year}, nhưng dự án {condition}.',
    en: 'Line {line} gives {amount} in {year}, but the project {condition}.',
  },
  'capital-type-mismatch': {
    vi: 'Nguồn {line} là {lineCapital}, bố trí {amount} năm {year} cho dự án dùng {projectCapital}.',
    en: 'Line {line} is {lineCapital} but gives {amount} in {year} to a project that takes {projectCapital}.',
  },
  'allocation-overdue': {
    vi: 'Năm {year} bố trí {amount} là năm thứ {years} bố trí vốn, quá {allowed} năm cho phép.',
    en: 'It gets {amount} in {year}, year {years} of its funding; {allowed} years are allowed.',
  },
  'arrears-outstanding': {
    vi: 'Năm {year} bố trí {amount} cho dự án khởi công mới, trong khi dự án cùng ngành ({projectCodes}) còn nợ đọng {arrears}.',
    en: 'A new start gets {amount} in {year} while {arrears} is still owed in its sector ({projectCodes}).',
  },
  'priority-inverted': {
    vi: 'Năm {year} được bố trí {amount} từ nguồn {lines}, trong khi dự án ưu tiên hơn ({earlier}) còn thiếu vốn.',
    en: 'It gets {amount} from {lines} in {year} while a project of higher priority ({earlier}) is short.',
  },
  'not-completable': {
    vi: 'Còn cần {remaining} để hoàn thành, nhưng các nguồn được phép chỉ còn {free} cho cả kỳ.',
    en: 'It needs {remaining} more to be completed, but its lines have only {free} left over the period.',
  },
  'decision-missing': {
    vi: 'Dự án khởi công mới được bố trí {amount} nhưng chưa ghi đủ số và ngày quyết định đầu tư.',
    en: 'A new start gets {amount} but its investment decision lacks a number or a date.',
  },
  'deadline-missing': {
    vi: 'Dự án chưa có năm hoàn thành cụ thể.',
    en: 'The project states no completion year.',
  },
  'line-expired': {
    vi: 'Nguồn {line} chỉ được dùng đến hết năm {validUntil}, nhưng bố trí {amount} năm {year}.',
    en: 'Line {line} may be spent until {validUntil}, but gives {amount} in {year}.',
  },
  'counterpart-short': {
    vi: 'Vốn địa phương {actual}, thấp hơn mức đối ứng {required} cho {central} vốn trung ương của chương trình {programme}.',
    en: 'Local money of {actual} is below the counterpart of {required} for {central} of central money of programme {programme}.',
  },
  'contribution-ratio-undeclared': {
    vi: 'Dự án lồng ghép nhiều chương trình nhưng tỷ lệ đóng góp đã khai cộng lại là {declared} %, không bằng 100 %.',
    en: 'Several programmes are combined but the declared contributions come to {declared}%, not 100%.',
  },
  'place-mismatch': {
    vi: 'Năm {year} lồng ghép các nguồn {lines} gắn với các xã khác nhau ({places}).',
    en: 'In {year} it combines lines {lines}, which are bound to different communes ({places}).',
  },
  'project-code-invalid': {
    vi: 'Mã “{code}” không đúng mẫu: mã dự án gồm 7 chữ số, bắt đầu bằng 7 hoặc 8.',
    en: 'The code “{code}” is not 7 digits starting with 7 or 8.',
  },
  'project-code-duplicate': {
    vi: 'Mã “{code}” được dùng cho {uses} dự án.',
    en: 'The code “{code}” is used by {uses} projects.',
  },
  'unit-suspect': {
    vi: '{figure} {inYear} là {value}, lệch quá xa so với {compared} ({against}); có thể nhập sai đơn vị tính.',
    en: '{figure} {inYear} is {value}, far from {compared} ({against}); it may be in the wrong unit.',
  },
  'task-unfunded': {
    vi: 'Nhiệm vụ “{task}” chưa có dự án nào được bố trí vốn trong kỳ.',
    en: 'No project of the task “{task}” has money in the period.',
  },
  'reserve-missing': {
    vi: 'Dự phòng vốn đầu tư trung ương là {actual}, thấp hơn mức cần có {required}, tính trên tổng trần {ceiling}.',
    en: 'The reserve of central development money is {actual}, below the {required} due on ceilings of {ceiling}.',
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
  region: {
    vi: 'không thuộc khu vực của nguồn',
    en: 'is not in one of the line’s region classes',
  },
  group: {
    vi: 'không thuộc nhóm dự án của nguồn',
    en: 'is not in one of the line’s project groups',
  },
  stage: {
    vi: 'không ở giai đoạn được nguồn chi',
    en: 'is not at a stage the line pays',
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

/** What a figure in doubt is. */
export const FIGURE_CLAUSES: Readonly<Record<string, Sentence>> = {
  'total-investment': { vi: 'Tổng mức đầu tư', en: 'Total investment' },
  need: { vi: 'Nhu cầu', en: 'Need' },
  amount: { vi: 'Số bố trí', en: 'Amount given' },
}

/** What a figure in doubt was compared with. */
export const AGAINST_CLAUSES: Readonly<Record<string, Sentence>> = {
  funding: { vi: 'vốn đã và sẽ bố trí', en: 'funding before and in the plan' },
  median: { vi: 'mức giữa của các dự án', en: 'the middle of all projects' },
  'total-investment': { vi: 'tổng mức đầu tư', en: 'total investment' },
  need: { vi: 'nhu cầu cùng năm', en: 'need of that year' },
}

/** Kinds of capital inside a sentence. */
export const CAPITAL_CLAUSES: Readonly<Record<CapitalType, Sentence>> = {
  development: { vi: 'vốn đầu tư phát triển', en: 'development money' },
  recurrent: { vi: 'kinh phí thường xuyên', en: 'recurrent money' },
}
