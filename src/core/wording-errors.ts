import type { ErrorCode } from './error.ts'
import type { Sentence } from './template.ts'
import { FIELD_SENTENCES } from './wording-fields.ts'

/** What happened, where, and what to do, for each error; names in braces are the error's details. */
export const ERROR_SENTENCES: Readonly<Record<ErrorCode, Sentence>> = {
  ...FIELD_SENTENCES,
  'amount-empty': {
    vi: 'Chưa có số tiền. Nhập số tiền, hoặc 0 để xóa.',
    en: 'There is no amount. Enter an amount, or 0 to clear.',
  },
  'amount-invalid': {
    vi: '“{text}” không phải là số tiền. Viết như 1.234.567, 1,5 tỷ, 250tr hoặc =30%*need.',
    en: '“{text}” is not an amount. Write it as 1.234.567, 1,5 tỷ, 250tr or =30%*need.',
  },
  'amount-grouping': {
    vi: 'Không rõ dấu chấm, dấu phẩy trong “{number}”. Dấu chấm phân nhóm ba chữ số, dấu phẩy trước phần thập phân: 1.234.567,89.',
    en: 'The dots and commas in “{number}” are unclear. Write it as 1,234,567.89 or as 1.234.567,89.',
  },
  'amount-negative': {
    vi: '“{text}” là số âm. Số tiền bố trí phải từ 0 đồng trở lên.',
    en: '“{text}” is negative. An amount must be 0 đồng or more.',
  },
  'amount-not-whole': {
    vi: '“{text}” lẻ dưới một đồng. Nhập số tiền tròn đồng; phần mềm không tự làm tròn.',
    en: '“{text}” is not a whole number of đồng. Enter whole đồng; nothing is rounded for you.',
  },
  'amount-too-large': {
    vi: '“{text}” vượt 1.000.000 tỷ đồng (10^15 đồng), mức lớn nhất của một ô. Kiểm tra lại đơn vị tính.',
    en: '“{text}” is above 1,000,000 tỷ (10^15 đồng), the most a cell holds. Check the unit.',
  },
  'amount-division-by-zero': {
    vi: 'Công thức “{text}” chia cho 0. Sửa lại số chia.',
    en: 'The formula “{text}” divides by zero. Correct the divisor.',
  },
  'amount-foreign-digits': {
    vi: '“{text}” có chữ số không phải 0–9. Gõ lại bằng chữ số 0–9.',
    en: '“{text}” has digits other than 0–9. Type it again with 0–9.',
  },
  'amount-variable-unknown': {
    vi: 'Không hiểu “{name}” trong “{text}”. Công thức dùng được: need (nhu cầu), remaining (còn lại), ceiling (trần), total (tổng mức đầu tư); đơn vị: đồng, nghìn, triệu, tỷ.',
    en: '“{name}” in “{text}” is unknown. A formula may use need, remaining, ceiling, total; units are đồng, nghìn, triệu, tỷ.',
  },
  'amount-expression': {
    vi: 'Công thức “{text}” chưa viết đúng. Ví dụ: =1200-350, =30%*need, =(remaining-500tr)/2.',
    en: 'The formula “{text}” is malformed. Examples: =1200-350, =30%*need, =(remaining-500tr)/2.',
  },
  'change-conflict': {
    vi: 'Kế hoạch đã thay đổi trước khi thao tác này kịp ghi. Xem lại số liệu rồi làm lại.',
    en: 'The plan changed before this could be written. Look at the figures and try again.',
  },
  'flag-not-raised': {
    vi: 'Hiện “{subject}” không có cảnh báo “{rule}” {year}. Cảnh báo đang có: {flags}. Chọn một trong số đó hoặc xem lại danh sách cảnh báo.',
    en: '“{subject}” has no flag “{rule}” {year} now. It has: {flags}. Choose one of these or look at the list of flags again.',
  },
  'waiver-reason-missing': {
    vi: 'Chấp nhận cảnh báo cần có lý do và người chấp nhận. Ghi đủ cả hai.',
    en: 'Accepting a flag needs a reason and a person. Give both.',
  },
  'waiver-unknown': {
    vi: 'Cảnh báo “{rule}” {year} chưa được chấp nhận nên không có gì để bỏ.',
    en: 'The flag “{rule}” {year} is not accepted, so there is nothing to take back.',
  },
  'policy-key-unknown': {
    vi: 'Chính sách không có mục “{key}”. Các mục: {expected}.',
    en: 'The policy has no setting “{key}”. Settings: {expected}.',
  },
  'policy-value-invalid': {
    vi: '“{text}” không hợp với mục “{key}” của chính sách. Nhập {expected}.',
    en: '“{text}” does not fit the policy’s setting “{key}”. Enter {expected}.',
  },
  'policy-reason-missing': {
    vi: 'Đổi hoặc tắt một quy tắc cần có người đổi và lý do. Ghi đủ cả hai.',
    en: 'Changing a rule or switching it off needs a person and a reason. Give both.',
  },
  'cell-held': {
    vi: 'Ô {project} · {line} · {year} đang được giữ nên không đổi. Bỏ giữ ô (Ctrl+H) rồi làm lại.',
    en: 'The cell {project} · {line} · {year} is held and stays as it is. Release it (Ctrl+H) and try again.',
  },
  'row-held': {
    vi: 'Dự án {project} năm {year} đang được giữ cả dòng, nên ô nguồn {line} không đổi. Bỏ giữ dòng rồi làm lại.',
    en: 'The whole row of {project} in {year} is held, so its cell under {line} stays as it is. Release the row and try again.',
  },
  'column-held': {
    vi: 'Nguồn {line} năm {year} đang được giữ cả cột, nên ô của dự án {project} không đổi. Bỏ giữ cột rồi làm lại.',
    en: 'The whole column of {line} in {year} is held, so the cell of {project} stays as it is. Release the column and try again.',
  },
  'total-held': {
    vi: 'Tổng năm {year} của dự án {project} đang được giữ, nên ô nguồn {line} chỉ đổi được khi tổng không đổi. Bỏ giữ tổng hoặc chuyển vốn giữa các nguồn.',
    en: 'The {year} total of {project} is held, so its cell under {line} may only change if the total stays. Release the total or move money between lines.',
  },
  'cell-computed': {
    vi: 'Ô {place} do phần mềm tính, không nhập được. Chọn các ô vốn bố trí.',
    en: 'The cell {place} is computed and takes no entry. Choose cells of allocations.',
  },
  'block-beyond': {
    vi: 'Khối dán vượt quá bảng {rows} dòng và {columns} cột. Chọn ô bắt đầu khác hoặc chép ít ô hơn.',
    en: 'The block reaches {rows} rows and {columns} columns beyond the table. Start elsewhere or copy fewer cells.',
  },
  'spread-below-held': {
    vi: 'Các ô đang giữ đã là {held}, nhiều hơn tổng mới {total}. Nhập tổng lớn hơn hoặc bỏ giữ bớt ô.',
    en: 'The held cells already come to {held}, more than the new total of {total}. Enter a larger total or release some cells.',
  },
  'spread-nowhere': {
    vi: 'Không có ô nào nhận được tổng {total}: mọi ô đều đang giữ hoặc không đúng đối tượng của nguồn. Bỏ giữ ô hoặc nhập thẳng vào ô.',
    en: 'No cell can take the total of {total}: all are held or not eligible. Release cells or enter into a cell directly.',
  },
  'line-unknown': {
    vi: 'Không có nguồn vốn mã “{code}”. Kiểm tra lại mã nguồn vốn.',
    en: 'There is no funding line “{code}”. Check the line code.',
  },
  'project-unknown': {
    vi: 'Không có dự án mã “{code}”. Kiểm tra lại mã dự án.',
    en: 'There is no project “{code}”. Check the project code.',
  },
  'project-code-ambiguous': {
    vi: 'Có nhiều dự án cùng mã “{code}”. Sửa cho mỗi dự án một mã rồi làm lại.',
    en: 'Several projects have the code “{code}”. Give each its own code and try again.',
  },
  'year-outside-plan': {
    vi: 'Năm {year} nằm ngoài kỳ kế hoạch {from}–{to}. Chọn một năm trong kỳ.',
    en: 'Year {year} lies outside the plan’s period {from}–{to}. Choose a year within it.',
  },
  'nothing-to-undo': {
    vi: 'Không còn thao tác nào để hoàn tác.',
    en: 'There is nothing left to undo.',
  },
  'nothing-to-redo': {
    vi: 'Không có thao tác nào để làm lại.',
    en: 'There is nothing to redo.',
  },
  'workbook-not-found': {
    vi: 'Không tìm thấy tệp “{path}”. Kiểm tra đường dẫn, ổ mạng hoặc USB.',
    en: 'The file “{path}” was not found. Check the path, the network drive or the USB stick.',
  },
  'workbook-exists': {
    vi: 'Đã có tệp “{path}”. Chọn tên khác hoặc xóa tệp cũ trước.',
    en: 'The file “{path}” already exists. Choose another name or remove it first.',
  },
  'workbook-extension': {
    vi: 'Tên tệp “{path}” không có đuôi .lgw nên không tạo sổ kế hoạch ở đó. Đặt tên tệp kết thúc bằng .lgw.',
    en: '“{path}” does not end in .lgw, so no workbook was created there. Give the file a name that ends in .lgw.',
  },
  'workbook-not-a-workbook': {
    vi: '“{name}” không phải là sổ kế hoạch Lồng Ghép. Chọn tệp .lgw; bảng Excel hoặc CSV thì dùng Nhập.',
    en: '“{name}” is not a Lồng Ghép workbook. Choose a .lgw file; use Import for Excel or CSV tables.',
  },
  'workbook-too-large': {
    vi: '“{name}” lớn hơn 256 MB nên không mở. Kiểm tra lại tệp với người gửi.',
    en: '“{name}” is larger than 256 MB and was not opened. Check the file with its sender.',
  },
  'workbook-altered': {
    vi: '“{name}” bị hỏng hoặc đã bị chương trình khác sửa sau khi lưu. Không mở tệp này; lấy lại bản lưu trước hoặc xin người gửi bản khác.',
    en: '“{name}” is damaged or was changed by another program after it was saved. It was not opened; use an earlier copy or ask the sender for another.',
  },
  'workbook-no-trailer': {
    vi: '“{name}” thiếu phần cuối: tệp bị cắt khi sao chép hoặc đã bị chương trình khác ghi lại. Sao chép lại từ bản gốc.',
    en: '“{name}” lacks its ending: it was cut short while copied, or rewritten by another program. Copy it again from the original.',
  },
  'workbook-damaged': {
    vi: 'Sổ kế hoạch “{name}” bị hỏng bên trong nên không dùng được. Lấy lại bản lưu trước.',
    en: 'The workbook “{name}” is damaged inside and cannot be used. Use an earlier copy.',
  },
  'workbook-foreign-schema': {
    vi: '“{name}” có bảng hoặc lệnh lạ không do Lồng Ghép tạo nên không mở. Xin người gửi bản gốc.',
    en: '“{name}” holds tables or code that Lồng Ghép did not make and was not opened. Ask the sender for the original.',
  },
  'workbook-too-new': {
    vi: '“{name}” do bản Lồng Ghép mới hơn ghi (phiên bản tệp {version}, máy này đọc đến {supported}). Cập nhật phần mềm rồi mở lại.',
    en: '“{name}” was written by a newer Lồng Ghép (file version {version}; this one reads up to {supported}). Update the program and open it again.',
  },
  'workbook-locked': {
    vi: '“{name}” đang được {owner} mở để sửa. Xem bản chỉ đọc hoặc chờ người đó đóng tệp.',
    en: '“{name}” is being edited by {owner}. View it read-only or wait until it is closed.',
  },
  'workbook-changed-outside': {
    vi: '“{name}” đã bị người khác ghi lại từ khi mở, nên chưa lưu để không đè bản của họ. Dùng “Lưu thành tệp khác” rồi đối chiếu hai bản.',
    en: '“{name}” was rewritten by somebody else since it was opened, so it was not saved over theirs. Use “Save as” and compare the two.',
  },
  'workbook-check-stopped': {
    vi: 'Kiểm tra “{name}” mất quá lâu hoặc quá nhiều bộ nhớ nên đã dừng và không mở. Tệp có thể bị cố ý làm hỏng; xin người gửi bản khác.',
    en: 'Checking “{name}” took too long or too much memory, so it was stopped and not opened. The file may have been spoilt on purpose; ask the sender for another.',
  },
  'workbook-limits': {
    vi: '“{name}” có giá trị vượt giới hạn ở bảng {table} ({what}) nên không mở. Xin người gửi bản khác.',
    en: '“{name}” holds a value beyond the limits in table {table} ({what}) and was not opened. Ask the sender for another.',
  },
  'workbook-read-only': {
    vi: '“{name}” đang mở để xem nên không sửa được. Chọn “Sửa bản sao”, hoặc “Cho phép sửa” trên thanh thông báo.',
    en: '“{name}” is open for viewing, so it cannot be edited. Choose “Edit a copy”, or “Enable editing” in the message bar.',
  },
  'workbook-table-damaged': {
    vi: 'Bảng {table} trong sổ “{name}” bị hỏng. Lấy lại bản lưu trước, hoặc cứu các dòng còn đọc được sang một sổ mới.',
    en: 'Table {table} of “{name}” is damaged. Use an earlier version, or save the rows that can still be read to a new workbook.',
  },
  'workbook-none-open': {
    vi: 'Chưa mở sổ kế hoạch nào. Mở hoặc tạo sổ trước.',
    en: 'No workbook is open. Open or create one first.',
  },
  'history-altered': {
    vi: 'Lịch sử thay đổi bị chương trình khác sửa: mục số {seq} là mục đầu tiên không còn khớp. Đối chiếu với bản lưu trước.',
    en: 'The change log was altered by another program: entry {seq} is the first that no longer fits. Compare with an earlier version.',
  },
  'history-differs': {
    vi: 'Số liệu trong bảng {table} không khớp với lịch sử thay đổi. Đối chiếu với bản lưu trước.',
    en: 'What table {table} holds differs from what the change log says. Compare with an earlier version.',
  },
  'generation-unknown': {
    vi: 'Máy này không giữ bản “{generation}” của “{name}”. Xem các bản còn giữ: longghep restore {name}.',
    en: 'This computer keeps no version “{generation}” of “{name}”. List those kept: longghep restore {name}.',
  },
  'draft-unknown': {
    vi: 'Không còn bản nháp “{draft}”. Xem các bản nháp còn giữ: longghep drafts.',
    en: 'There is no draft “{draft}”. List those kept: longghep drafts.',
  },
  'nothing-to-salvage': {
    vi: 'Không đọc được dòng nào từ “{name}” nên không có gì để cứu. Lấy lại bản lưu trước.',
    en: 'Not a single row of “{name}” can be read, so there is nothing to save. Use an earlier version.',
  },
  'save-failed': {
    vi: 'Không ghi được “{path}”; tệp cũ (nếu có) vẫn nguyên. Kiểm tra dung lượng, quyền ghi, hoặc tệp đang mở ở chương trình khác rồi lưu lại. ({reason})',
    en: '“{path}” could not be written; the old file, if any, is untouched. Check free space, permissions and whether another program has it open, then save again. ({reason})',
  },
  'edit-not-kept': {
    vi: 'Chưa ghi được thao tác vừa rồi vì ổ đĩa chứa “{folder}” đầy hoặc không ghi được; kế hoạch vẫn như trước thao tác đó. Giải phóng dung lượng rồi làm lại. ({reason})',
    en: 'What you just did could not be kept because the disk of “{folder}” is full or cannot be written; the plan is as it was before. Free some space, then do it again. ({reason})',
  },
  'path-invalid': {
    vi: 'Tên tệp “{path}” không dùng được: trống, quá dài hoặc có ký tự cấm. Chọn tên khác.',
    en: 'The file name “{path}” cannot be used: empty, too long or with forbidden characters. Choose another.',
  },
  'mapping-invalid': {
    vi: 'Tệp cách đọc cột “{file}” sai ở “{where}”. Xem lại tên bảng, chữ cột (A, B, …) và giá trị.',
    en: 'The mapping file “{file}” is wrong at “{where}”. Check the table names, column letters (A, B, …) and values.',
  },
  'table-not-found': {
    vi: 'Không đọc được tệp bảng “{file}”. Kiểm tra đường dẫn, quyền đọc và chọn lại tệp.',
    en: 'The table file “{file}” could not be read. Check the path and permissions, and choose it again.',
  },
  'table-sheet-unknown': {
    vi: 'Tệp “{file}” không có trang tính “{sheet}”. Chọn một trong: {sheets}.',
    en: '“{file}” has no sheet “{sheet}”. Choose one of: {sheets}.',
  },
  'table-unreadable': {
    vi: 'Không hiểu được “{file}”: {reason}. Mở tệp bằng Excel, lưu lại thành .xlsx hoặc .csv UTF-8 rồi nhập lại.',
    en: '“{file}” could not be understood: {reason}. Open it in Excel, save it as .xlsx or UTF-8 .csv and import again.',
  },
  'table-unsupported': {
    vi: '“{file}” thuộc loại {format}, chưa đọc được. Mở bằng Excel hoặc LibreOffice rồi lưu thành .xlsx.',
    en: '“{file}” is of the kind {format}, which is not read. Open it in Excel or LibreOffice and save it as .xlsx.',
  },
  'table-too-large': {
    vi: '“{file}” vượt giới hạn an toàn khi nhập (50 MB, 2 triệu ô). Chia nhỏ bảng rồi nhập từng phần.',
    en: '“{file}” exceeds what an import takes safely (50 MB, 2 million cells). Split the table and import the parts.',
  },
  'export-format': {
    vi: 'Không xuất được ra “{path}”. Đặt tên tệp .xlsx hoặc .csv; nhiều bảng cùng lúc thì dùng .xlsx.',
    en: 'Cannot export to “{path}”. Name a .xlsx or .csv file; several tables at once need .xlsx.',
  },
  'request-invalid': {
    vi: 'Yêu cầu “{method}” không hợp lệ nên không thực hiện. Khởi động lại phần mềm; nếu còn lỗi, báo người hỗ trợ.',
    en: 'The request “{method}” is not valid and was not carried out. Restart the program; if it recurs, tell support.',
  },
  'work-cancelled': {
    vi: 'Đã dừng theo yêu cầu; kế hoạch chưa thay đổi gì. Làm lại khi cần.',
    en: 'Stopped as you asked; nothing in the plan has changed. Start again when you need to.',
  },
  'engine-stopped': {
    vi: 'Bộ máy tính toán đã dừng trước khi trả lời, nên thao tác vừa rồi có thể chưa được ghi; những gì ghi trước đó vẫn còn. Đợi khởi động lại, xem lại số liệu rồi làm tiếp.',
    en: 'The engine stopped before it answered, so the last thing you did may not be recorded; everything before it is kept. Wait for the restart, look at the figures and go on.',
  },
  usage: {
    vi: 'Không hiểu “{message}”; cần: {expected}. Xem: longghep --help.',
    en: 'Cannot understand “{message}”; expected: {expected}. See: longghep --help.',
  },
}
