import type { Language } from '../contract/bridge.ts'

const VIETNAMESE = {
  newTitle: 'Kế hoạch mới',
  file: '&Tệp',
  new: 'Kế hoạch &mới',
  open: 'M&ở…',
  sample: 'Mở kế hoạch mẫ&u',
  save: '&Lưu',
  saveAs: 'Lưu t&hành…',
  import: '&Nhập bảng…',
  export: '&Xuất bảng…',
  drafts: '&Bản nháp chưa lưu…',
  close: 'Đón&g cửa sổ',
  edit: '&Sửa',
  undo: '&Hoàn tác',
  redo: '&Làm lại',
  cut: '&Cắt',
  copy: '&Sao chép',
  paste: '&Dán',
  selectAll: 'Chọn &tất cả',
  view: '&Xem',
  flags: '&Cảnh báo',
  inspector: '&Bảng chi tiết',
  language: 'English',
  zoomIn: 'Phóng t&o',
  zoomOut: '&Thu nhỏ',
  resetZoom: 'Cỡ &gốc',
  fullScreen: 'Toàn &màn hình',
  openDialog: 'Mở tệp kế hoạch',
  saveDialog: 'Lưu kế hoạch thành',
  importDialog: 'Chọn các bảng để nhập',
  exportDialog: 'Xuất bảng ra tệp',
  workbooks: 'Tệp kế hoạch Lồng Ghép',
  tables: 'Bảng Excel hoặc CSV',
  excel: 'Sổ tính Excel',
  csv: 'Bảng CSV',
  pdf: 'Bản in PDF',
  unsavedTitle: (name: string) => `Lưu các thay đổi vào “${name}”?`,
  unsavedDetail:
    'Nếu không lưu, các thay đổi không có trong tệp; bản nháp còn được giữ trên máy này.',
  unsavedButtons: { save: '&Lưu', discard: '&Không lưu', cancel: '&Hủy' },
  replaceTitle: (name: string) => `Thay tệp “${name}” đang có?`,
  replaceDetail: 'Nội dung hiện có của tệp sẽ được thay bằng kế hoạch đang mở.',
  replaceButtons: { replace: '&Thay', cancel: '&Hủy' },
  conflictTitle: (name: string) => `“${name}” đã được người khác ghi lại.`,
  conflictDetail:
    'Chưa lưu để không đè bản của họ. Lưu thành tệp khác, hoặc đối chiếu từng chỗ khác nhau rồi quyết định.',
  conflictButtons: { saveAs: '&Lưu thành…', compare: '&Đối chiếu', cancel: '&Hủy' },
  replaceTheirsTitle: (name: string) => `Thay bản người khác vừa ghi vào “${name}”?`,
  replaceTheirsDetail:
    'Bản của họ sẽ không còn trong tệp; máy này giữ lại một bản trong các bản lưu trước.',
  rescueTitle: (name: string) => `“${name}” bị hỏng hoặc đã bị chương trình khác sửa.`,
  rescueDetail:
    'Tệp vẫn được để nguyên. Có thể mở một bản khác thay thế; bản đó chỉ được ghi ra khi lưu.',
  rescueButtons: {
    useVersion: (at: string) => `&Mở bản lưu trước (${dateIn('vi', at)})`,
    salvage: '&Cứu các dòng còn đọc được',
    cancel: '&Hủy',
  },
  notSavedTitle: (name: string) => `Chưa lưu được “${name}” nên cửa sổ vẫn mở.`,
  notSavedDetail:
    'Các thay đổi vẫn được giữ trên máy này. Bấm Lưu trong cửa sổ để xem lý do, hoặc chọn Lưu thành để ghi ra tệp khác.',
}

const ENGLISH: typeof VIETNAMESE = {
  newTitle: 'New plan',
  file: '&File',
  new: '&New plan',
  open: '&Open…',
  sample: 'Open the sa&mple plan',
  save: '&Save',
  saveAs: 'Save &as…',
  import: '&Import tables…',
  export: '&Export a table…',
  drafts: 'Unsaved &drafts…',
  close: '&Close window',
  edit: '&Edit',
  undo: '&Undo',
  redo: '&Redo',
  cut: 'Cu&t',
  copy: '&Copy',
  paste: '&Paste',
  selectAll: 'Select &all',
  view: '&View',
  flags: '&Flags',
  inspector: '&Inspector',
  language: 'Tiếng Việt',
  zoomIn: 'Zoom &in',
  zoomOut: 'Zoom &out',
  resetZoom: '&Actual size',
  fullScreen: 'F&ull screen',
  openDialog: 'Open a plan',
  saveDialog: 'Save the plan as',
  importDialog: 'Choose the tables to import',
  exportDialog: 'Export a table to a file',
  workbooks: 'Lồng Ghép workbook',
  tables: 'Excel or CSV table',
  excel: 'Excel workbook',
  csv: 'CSV table',
  pdf: 'PDF to print',
  unsavedTitle: (name) => `Save the changes to “${name}”?`,
  unsavedDetail:
    'Without saving, the changes are not in the file; a draft is kept on this computer.',
  unsavedButtons: { save: '&Save', discard: '&Don’t save', cancel: '&Cancel' },
  replaceTitle: (name) => `Replace the existing file “${name}”?`,
  replaceDetail: 'What the file holds now will be replaced by the open plan.',
  replaceButtons: { replace: '&Replace', cancel: '&Cancel' },
  conflictTitle: (name) => `Somebody else has written “${name}”.`,
  conflictDetail:
    'It was not saved over theirs. Save as another file, or compare what differs and then decide.',
  conflictButtons: { saveAs: '&Save as…', compare: '&Compare', cancel: '&Cancel' },
  replaceTheirsTitle: (name) => `Replace what somebody else just wrote to “${name}”?`,
  replaceTheirsDetail:
    'Theirs will no longer be in the file; this computer keeps a copy among the earlier versions.',
  rescueTitle: (name) => `“${name}” is damaged or was changed by another program.`,
  rescueDetail:
    'The file is left as it is. Another version can be opened instead; it is written only when you save.',
  rescueButtons: {
    useVersion: (at) => `&Open the earlier version (${dateIn('en', at)})`,
    salvage: '&Save the rows that can be read',
    cancel: '&Cancel',
  },
  notSavedTitle: (name) => `“${name}” could not be saved, so the window stays open.`,
  notSavedDetail:
    'The changes are kept on this computer. Press Save in the window to see why, or choose Save as to write another file.',
}

function dateIn(language: Language, at: string): string {
  const style = { dateStyle: 'short', timeStyle: 'short' } as const
  return new Date(at).toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB', style)
}

/** Every sentence of the native menu and dialogs. */
export type NativeWording = typeof VIETNAMESE

/** The sentences of the native menu and dialogs in a language. */
export function nativeWording(language: Language): NativeWording {
  return language === 'vi' ? VIETNAMESE : ENGLISH
}
