import type { Language } from '../core/number-format.ts'
import { type Sentence, fillSentence } from '../core/template.ts'
import type { Problem, ProblemCode } from './tables.ts'

const SENTENCES: Readonly<Record<ProblemCode, Sentence>> = {
  'table-empty': { vi: 'Bảng không có dòng dữ liệu nào.', en: 'The table has no rows of data.' },
  'column-missing': {
    vi: 'Thiếu cột “{column}”. Thêm cột này vào dòng tiêu đề.',
    en: 'The column “{column}” is missing. Add it to the header row.',
  },
  'column-duplicate': {
    vi: 'Cột “{value}” có hai lần trong dòng tiêu đề. Bỏ bớt một cột.',
    en: 'The column “{value}” stands twice in the header row. Remove one.',
  },
  'column-unknown': {
    vi: 'Không nhận ra cột “{value}” nên bỏ qua cột này.',
    en: 'The column “{value}” is not known and is left out.',
  },
  'value-missing': {
    vi: 'Ô bắt buộc còn trống. Điền giá trị.',
    en: 'A required cell is empty. Fill it in.',
  },
  'value-unknown': {
    vi: 'Không hiểu giá trị “{value}”. Dùng một trong: {expected}.',
    en: 'The value “{value}” is not known. Use one of: {expected}.',
  },
  'year-invalid': {
    vi: '“{value}” không phải là năm. Viết năm bốn chữ số, ví dụ 2026.',
    en: '“{value}” is not a year. Write four digits, such as 2026.',
  },
  'year-outside-plan': {
    vi: 'Năm {value} nằm ngoài kỳ kế hoạch {from}–{to}.',
    en: 'Year {value} lies outside the plan’s period {from}–{to}.',
  },
  'amount-invalid': {
    vi: '“{value}” không phải là số tiền theo cách viết số của cột.',
    en: '“{value}” is not an amount in the column’s number format.',
  },
  'amount-negative': {
    vi: '“{value}” là số âm. Số tiền phải từ 0 trở lên.',
    en: '“{value}” is negative. Amounts are 0 or more.',
  },
  'amount-not-whole': {
    vi: '“{value}” lẻ dưới một đồng theo đơn vị đã chọn. Sửa số hoặc chọn lại đơn vị tính.',
    en: '“{value}” is not a whole number of đồng in the unit chosen. Correct it or choose the unit again.',
  },
  'amount-too-large': {
    vi: '“{value}” vượt 10^15 đồng. Kiểm tra lại đơn vị tính.',
    en: '“{value}” is above 10^15 đồng. Check the unit.',
  },
  'number-format-ambiguous': {
    vi: 'Cột “{column}” đọc được theo hai cách: “{value}” là {vi} (kiểu Việt Nam) hoặc {en} (kiểu Anh). Chọn cách viết số rồi nhập lại.',
    en: 'The column “{column}” reads two ways: “{value}” is {vi} (Vietnamese) or {en} (English). Choose the number format and import again.',
  },
  'formula-without-value': {
    vi: 'Ô có công thức nhưng chưa có kết quả. Mở bằng Excel, tính lại và lưu.',
    en: 'The cell has a formula without a result. Open it in Excel, recalculate and save.',
  },
  'formula-value': {
    vi: 'Có {count} ô công thức; lấy kết quả đã lưu trong tệp, không tính lại.',
    en: '{count} cells hold formulas; the results kept in the file are taken, not recalculated.',
  },
  'code-duplicate': {
    vi: 'Mã “{value}” có hai lần trong bảng này. Mỗi mã chỉ một dòng.',
    en: 'The code “{value}” stands twice in this table. Each code has one row.',
  },
  'programme-unknown': {
    vi: 'Không có chương trình mã “{value}”. Nhập bảng chương trình trước hoặc sửa mã.',
    en: 'There is no programme “{value}”. Import the programmes first or correct the code.',
  },
  'programme-loop': {
    vi: 'Chương trình “{value}” là cấp trên của chính nó. Sửa cột parent.',
    en: 'The programme “{value}” stands above itself. Correct the parent column.',
  },
  'line-unknown': {
    vi: 'Không có nguồn vốn mã “{value}”. Nhập bảng nguồn vốn trước hoặc sửa mã.',
    en: 'There is no funding line “{value}”. Import the lines first or correct the code.',
  },
  'project-unknown': {
    vi: 'Không có dự án mã “{value}”. Nhập bảng dự án trước hoặc sửa mã.',
    en: 'There is no project “{value}”. Import the projects first or correct the code.',
  },
  'row-conflict': {
    vi: 'Dòng này mâu thuẫn với một dòng trước của cùng mã (“{value}”). Giữ một giá trị.',
    en: 'This row contradicts an earlier row of the same code (“{value}”). Keep one value.',
  },
  'cell-held': {
    vi: 'Ô phân bổ này đang được giữ nên không đổi thành “{value}”. Bỏ giữ ô rồi nhập lại.',
    en: 'This allocation is held, so it does not change to “{value}”. Release it and import again.',
  },
  'total-row': {
    vi: 'Dòng “{value}” là dòng tổng, không có mã nên không nhập thành dự án.',
    en: 'The row “{value}” is a total without a code and is not imported as a project.',
  },
  'value-assumed': {
    vi: 'Chưa có “{column}”; tạm lấy “{value}”. Kiểm tra lại sau khi nhập.',
    en: 'There is no “{column}”; “{value}” is assumed. Check it after the import.',
  },
  'row-incomplete': {
    vi: 'Dòng có nhiều ô hơn tiêu đề (“{value}” thừa ra). Kiểm tra dấu phân cách; chữ có dấu phân cách phải nằm trong ngoặc kép.',
    en: 'The row has more cells than the header (“{value}” is left over). Check the delimiter; text that holds it needs quotes.',
  },
  'code-missing': { vi: 'Dòng chưa có mã. Điền mã.', en: 'The row has no code. Fill it in.' },
  'text-invalid': {
    vi: 'Ô có ký tự điều khiển hoặc quá dài. Gõ lại nội dung.',
    en: 'The cell has control characters or is too long. Type it again.',
  },
}

/** The sentence for a problem; its address is shown beside it. */
export function describeProblem(problem: Problem, language: Language): string {
  const values: Record<string, string> = { column: problem.column, value: problem.value }
  for (const [name, value] of Object.entries(problem.detail)) values[name] = String(value)
  return fillSentence(SENTENCES[problem.code][language], values)
}

/** Where a problem is, as a person finds it in the sheet: `bảng.xlsx · Dự án · D3 (amount)`. */
export function describePlace({ file, sheet, row, column }: Problem): string {
  const [, letter = '', heading = column] = /^([A-Z]*) ?\((.*)\)$/.exec(column) ?? []
  const cell = letter === '' && row === 0 ? '' : `${letter}${row === 0 ? '' : row}`
  const place = heading === '' ? cell : `${cell} (${heading})`.trim()
  return [file, sheet, place].filter((part) => part !== '').join(' · ')
}
