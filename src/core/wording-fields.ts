import type { FieldErrorCode } from './error.ts'
import type { Sentence } from './template.ts'

/** What is wrong with a field of a project or funding line, and what to do; its name stands beside it. */
export const FIELD_SENTENCES: Readonly<Record<FieldErrorCode, Sentence>> = {
  'field-unknown': {
    vi: 'Không có mục “{key}”. Các mục: {expected}.',
    en: 'There is no field “{key}”. Fields: {expected}.',
  },
  'field-missing': {
    vi: 'Mục này không được để trống. Điền nội dung.',
    en: 'This field may not be empty. Fill it in.',
  },
  'field-text': {
    vi: 'Nội dung có ký tự điều khiển hoặc quá dài. Gõ lại nội dung.',
    en: 'The text has control characters or is too long. Type it again.',
  },
  'field-year': {
    vi: '“{text}” không phải là năm. Nhập một năm từ {first} đến {last}, hoặc để trống.',
    en: '“{text}” is not a year. Enter a year from {first} to {last}, or nothing.',
  },
  'field-date': {
    vi: '“{text}” không phải là một ngày. Viết ngày có thật, ví dụ 20/10/2025, hoặc để trống.',
    en: '“{text}” is not a day. Write a real date such as 20/10/2025, or nothing.',
  },
  'field-choice': {
    vi: '“{text}” không có trong các giá trị được chọn: {expected}.',
    en: '“{text}” is none of the values to choose from: {expected}.',
  },
  'field-ratio': {
    vi: 'Không hiểu tỷ lệ “{text}”. Viết mỗi chương trình một lần: mã chương trình = phần trăm, cách nhau bằng dấu chấm phẩy, ví dụ CT1=60; CT2=40.',
    en: 'The ratio “{text}” is not understood. Write each programme once, code = percentage, between semicolons: CT1=60; CT2=40.',
  },
  'programme-unknown': {
    vi: 'Không có chương trình mã “{code}”. Kiểm tra lại mã chương trình.',
    en: 'There is no programme “{code}”. Check the programme code.',
  },
  'programme-below': {
    vi: '“{code}” là hợp phần của một chương trình. Tỷ lệ ghi theo chương trình cấp trên cùng.',
    en: '“{code}” is part of a programme. Ratios are declared for top-level programmes.',
  },
  'code-taken': {
    vi: 'Mã “{code}” đã dùng cho “{name}”. Nhập mã khác.',
    en: 'The code “{code}” belongs to “{name}”. Enter another.',
  },
  'years-reversed': {
    vi: 'Năm hoàn thành {end} trước năm khởi công {start}. Kiểm tra lại hai năm này.',
    en: 'The end year {end} lies before the start year {start}. Check both years.',
  },
  'reserve-above-ceiling': {
    vi: 'Dự phòng {reserve} lớn hơn trần vốn {ceiling} của năm {year}. Kiểm tra lại hai số này.',
    en: 'The reserve of {reserve} exceeds the ceiling of {ceiling} in {year}. Check both amounts.',
  },
  'entry-held': {
    vi: '“{code}” có {count} chỗ đang được giữ nên không xóa. Bỏ giữ (Ctrl+H) rồi xóa lại.',
    en: '“{code}” has held places ({count}) and is not removed. Release them (Ctrl+H) and try again.',
  },
}
