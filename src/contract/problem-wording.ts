import type { Language } from '../core/number-format.ts'
import { nameColumn } from './column-names.ts'
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
  'programme-below': {
    vi: 'Chương trình “{value}” nằm dưới chương trình khác nên không khai tỷ lệ ở đây. Dùng mã chương trình cấp cao nhất.',
    en: 'The programme “{value}” stands below another, so no share is declared for it. Use the code of the top-level programme.',
  },
  'ratio-invalid': {
    vi: 'Không hiểu tỷ lệ “{value}”. Viết mã chương trình và phần trăm từ 0 đến 100, nhiều nhất hai số lẻ, mỗi chương trình một lần, ví dụ CT1=60;CT2=40.',
    en: 'The share “{value}” is not understood. Write a programme code and a percentage from 0 to 100 with at most two decimals, each programme once, such as CT1=60;CT2=40.',
  },
  'line-unknown': {
    vi: 'Không có nguồn vốn mã “{value}”. Nhập bảng nguồn vốn trước hoặc sửa mã.',
    en: 'There is no funding line “{value}”. Import the lines first or correct the code.',
  },
  'project-unknown': {
    vi: 'Không có dự án mã “{value}”. Nhập bảng dự án trước hoặc sửa mã.',
    en: 'There is no project “{value}”. Import the projects first or correct the code.',
  },
  'task-unknown': {
    vi: 'Không có nhiệm vụ mã “{value}”. Nhập bảng nhiệm vụ trước hoặc sửa mã.',
    en: 'There is no task “{value}”. Import the tasks first or correct the code.',
  },
  'row-conflict': {
    vi: 'Dòng này mâu thuẫn với một dòng trước của cùng mã (“{value}”). Giữ một giá trị.',
    en: 'This row contradicts an earlier row of the same code (“{value}”). Keep one value.',
  },
  'sheet-conflict': {
    vi: 'Ở đây ghi “{value}” nhưng trang “{sheet}” dòng {first} ghi “{other}” cho cùng một chỗ. Giữ một giá trị, hoặc chỉ nhập một trong hai trang.',
    en: 'This says “{value}” but sheet “{sheet}” row {first} says “{other}” of the same. Keep one value, or import only one of the sheets.',
  },
  'cell-held': {
    vi: 'Ô phân bổ này đang được giữ nên không đổi thành “{value}”. Bỏ giữ ô rồi nhập lại.',
    en: 'This allocation is held, so it does not change to “{value}”. Release it and import again.',
  },
  'total-held': {
    vi: 'Tổng số năm {year} của dự án “{project}” đang được giữ ở {before} đ; bảng này làm thành {after} đ. Bỏ giữ hoặc sửa số.',
    en: 'The {year} total of project “{project}” is held at {before} đ; this table makes it {after} đ. Release it or correct the amounts.',
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
  'row-unnamed': {
    vi: 'Dòng có số tiền nhưng không có tên, mã dự án nên không được nhập. Điền tên hoặc mã, hoặc gộp ô với dòng của dự án.',
    en: 'The row has amounts but no project name or code and is not imported. Fill one in, or merge the cells with the project’s row.',
  },
  'code-missing': { vi: 'Dòng chưa có mã. Điền mã.', en: 'The row has no code. Fill it in.' },
  'encoding-detected': {
    vi: 'Đọc theo bảng mã {value}: {likely}/{words} từ có dấu viết đúng chính tả tiếng Việt. Nếu chữ sai, chọn lại bảng mã.',
    en: 'Read as {value}: {likely} of {words} accented words are spelled as Vietnamese. If the letters are wrong, choose the encoding.',
  },
  'date-invalid': {
    vi: 'Không có ngày “{value}”. Viết ngày có thật, ví dụ 20/10/2025.',
    en: 'There is no day “{value}”. Write a real date, such as 20/10/2025.',
  },
  'time-invalid': {
    vi: '“{value}” không phải là thời điểm. Viết như 2026-03-01T08:30:00.000Z.',
    en: '“{value}” is not a moment. Write it like 2026-03-01T08:30:00.000Z.',
  },
  'value-surplus': {
    vi: 'Dòng này không dùng “{value}” ở cột {column}. Xóa ô này hoặc sửa loại của dòng.',
    en: 'This row does not use “{value}” in the column {column}. Clear the cell or correct what the row is.',
  },
  'period-invalid': {
    vi: 'Kỳ kế hoạch {from}–{to} không dùng được: năm đầu không sau năm cuối, dài không quá {longest} năm, và không bỏ năm đang có số liệu ({first}–{last}).',
    en: 'The period {from}–{to} cannot be used: it begins before it ends, spans at most {longest} years and keeps every year that holds figures ({first}–{last}).',
  },
  'years-reversed': {
    vi: 'Năm hoàn thành {value} trước năm khởi công {start}. Kiểm tra hai năm này.',
    en: 'The end year {value} lies before the start year {start}. Check both years.',
  },
  'reserve-above-ceiling': {
    vi: 'Dự phòng “{value}” lớn hơn trần vốn “{ceiling}” của năm {year}. Kiểm tra hai số này.',
    en: 'The reserve “{value}” exceeds the ceiling “{ceiling}” of {year}. Check both amounts.',
  },
  'unit-noted': {
    vi: 'Bảng ghi “{value}”: số tiền đọc theo đơn vị này.',
    en: 'The table says “{value}”: amounts are read in this unit.',
  },
  'unit-contradicted': {
    vi: 'Bảng ghi “{value}” nhưng số tiền đang đọc theo {chosenVi}. Chọn lại đơn vị tính nếu bảng ghi đúng.',
    en: 'The table says “{value}” but amounts are read in {chosenEn}. Choose the unit again if the table is right.',
  },
  thousandfold: {
    vi: '“{value}” có thể sai dấu nghìn: so với {other} thì lệch khoảng 1000 lần. Hiện đọc là {read} đ; nếu sai dấu thì phải là {meant} đ.',
    en: '“{value}” may be a thousand-fold slip: beside {other} it is off by about 1000. It reads {read} đ; if the separator is wrong it should be {meant} đ.',
  },
  'annex-read': {
    vi: 'Nhận ra biểu phụ lục: tiêu đề ở dòng {from}–{to}, {projects} dự án, {groups} dòng nhóm và dòng tổng không nhập.',
    en: 'Recognised an annex: headings in rows {from}–{to}, {projects} projects, {groups} group and total rows not imported.',
  },
  'sheet-left-out': {
    vi: 'Trang tính “{value}” cũng có bảng loại này nhưng không được đọc. Chọn trang tính nếu cần.',
    en: 'Sheet “{value}” holds such a table too and is not read. Choose the sheet if you need it.',
  },
  'hidden-rows': {
    vi: 'Trang tính có {count} dòng ẩn; các dòng này vẫn được đọc.',
    en: 'The sheet has {count} hidden rows; they are read too.',
  },
  'line-column-unknown': {
    vi: 'Cột “{value}” có số bố trí nhưng không rõ là nguồn vốn nào. Gán cột cho một nguồn vốn hoặc bỏ cột.',
    en: 'The column “{value}” holds allocations but its funding line is not clear. Map it to a line or leave it out.',
  },
  'line-column-none': {
    vi: 'Trang này không có cột vốn bố trí theo nguồn nên không nhập phân bổ. Nếu có, gán cột cho nguồn vốn ở mục cách đọc cột.',
    en: 'This sheet has no column of a funding line’s money, so no allocations are imported. If it has, map the column to a line.',
  },
  'line-column-guessed': {
    vi: 'Cột “{value}” được hiểu là nguồn vốn “{line}” năm {year}. Kiểm tra lại.',
    en: 'The column “{value}” is taken for the funding line “{line}” in {year}. Check it.',
  },
  'column-not-taken': {
    vi: 'Cột “{value}” không có chỗ trong kế hoạch nên bỏ qua cột này.',
    en: 'The column “{value}” has no place in the plan and is left out.',
  },
  'subtotal-rounded': {
    vi: 'Tổng ghi trong bảng “{value}” lệch số cộng lại “{computed}” không quá 1 đơn vị (làm tròn).',
    en: 'The stated total “{value}” differs from the sum “{computed}” by no more than 1 unit (rounding).',
  },
  'subtotal-differs': {
    vi: 'Tổng ghi trong bảng “{value}” khác số cộng lại “{computed}”. Kiểm tra các dòng bên dưới.',
    en: 'The stated total “{value}” differs from the sum “{computed}”. Check the rows it covers.',
  },
  'text-invalid': {
    vi: 'Ô có ký tự điều khiển hoặc quá dài. Gõ lại nội dung.',
    en: 'The cell has control characters or is too long. Type it again.',
  },
}

/** The sentence for a problem; its address is shown beside it. */
export function describeProblem(problem: Problem, language: Language): string {
  const values: Record<string, string> = { column: problem.column, value: problem.value }
  for (const [name, value] of Object.entries(problem.detail)) values[name] = String(value)
  values['column'] = nameColumn(values['column'] ?? '')[language]
  return fillSentence(SENTENCES[problem.code][language], values)
}

/** Where a problem is, as a person finds it in the sheet: `bảng.xlsx · Dự án · D3 (amount)`. */
export function describePlace({ file, sheet, row, column }: Problem): string {
  const [, letter = '', heading = column] = /^([A-Z]*) ?\((.*)\)$/.exec(column) ?? []
  const cell = letter === '' && row === 0 ? '' : `${letter}${row === 0 ? '' : row}`
  const place = heading === '' ? cell : `${cell} (${heading})`.trim()
  return [file, sheet, place].filter((part) => part !== '').join(' · ')
}
