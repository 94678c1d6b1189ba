import type { TableKind } from '../../contract/tables.ts'

/** Each table's columns: the English key a plain table has, and the Vietnamese headings taken for it, folded. */
export const HEADINGS: Readonly<Record<TableKind, Readonly<Record<string, readonly string[]>>>> = {
  programmes: {
    code: ['ma', 'ma chuong trinh', 'ky hieu'],
    name: ['ten', 'ten chuong trinh', 'chuong trinh', 'noi dung'],
    kind: ['loai', 'loai chuong trinh'],
    parent: [
      'chuong trinh cha',
      'chuong trinh cap tren',
      'ma chuong trinh cha',
      'thuoc chuong trinh',
      'cap tren',
      'truc thuoc',
    ],
  },
  lines: {
    code: ['ma', 'ma nguon von', 'ma nguon', 'ky hieu'],
    name: ['ten', 'ten nguon von', 'ten nguon', 'nguon von'],
    programme: ['chuong trinh', 'ma chuong trinh', 'thuoc chuong trinh'],
    source: ['cap ngan sach', 'loai nguon', 'nguon', 'nguon goc', 'nguon ngan sach'],
    capital_type: ['loai von', 'tinh chat von', 'tinh chat nguon von'],
    year: ['nam', 'nam ke hoach'],
    ceiling: ['tran von', 'tran', 'tong von', 'han muc', 'tran von nam'],
    reserve: ['du phong', 'von du phong'],
    valid_until: [
      'hieu luc den',
      'hieu luc den nam',
      'thoi han',
      'giai ngan den nam',
      'han giai ngan',
    ],
    sectors: ['linh vuc', 'nganh linh vuc', 'linh vuc duoc chi', 'nganh'],
    places: ['dia ban', 'dia ban duoc chi', 'dia diem', 'xa'],
    border_only: ['chi xa bien gioi', 'rieng xa bien gioi', 'chi bien gioi', 'xa bien gioi'],
    basis: ['can cu', 'can cu phap ly', 'co so phap ly'],
    groups: ['nhom du an', 'nhom', 'nhom du an duoc chi'],
    budget_codes: ['ma ngan sach', 'ma mlns', 'muc luc ngan sach', 'chuong loai khoan'],
  },
  projects: {
    code: ['ma', 'ma du an', 'ma so du an', 'ma da', 'ma so du an dau tu'],
    name: [
      'ten',
      'ten du an',
      'danh muc du an',
      'du an',
      'danh muc',
      'ten cong trinh',
      'danh muc cong trinh',
    ],
    place: ['dia diem', 'dia diem xd', 'dia diem xay dung', 'dia diem thuc hien', 'dia ban', 'xa'],
    border: ['bien gioi', 'xa bien gioi', 'thuoc xa bien gioi'],
    sector: ['linh vuc', 'nganh', 'nganh linh vuc'],
    task: ['nhiem vu', 'muc tieu', 'muc tieu nhiem vu'],
    group: ['nhom', 'nhom du an'],
    stage: ['giai doan', 'tinh trang', 'loai du an', 'phan loai'],
    capital_type: ['loai von', 'tinh chat von', 'tinh chat nguon von'],
    owner: ['chu dau tu', 'don vi thuc hien'],
    start_year: ['nam khoi cong', 'khoi cong', 'nam bat dau'],
    period: [
      'thoi gian kc ht',
      'thoi gian khoi cong hoan thanh',
      'thoi gian thuc hien',
      'thoi gian xay dung',
      'thoi gian',
    ],
    end_year: ['nam hoan thanh', 'hoan thanh', 'nam ket thuc'],
    total_investment: ['tong muc dau tu', 'tmdt', 'tong von dau tu'],
    funded_before: [
      'luy ke von da bo tri',
      'luy ke von',
      'luy ke',
      'von da bo tri',
      'luy ke von bo tri',
      'von da bo tri den het nam truoc',
    ],
    arrears: [
      'no dong',
      'no xay dung co ban',
      'no xdcb',
      'no dong xdcb',
      'no dong xay dung co ban',
    ],
    advance: ['von ung truoc', 'ung truoc', 'von ung truoc chua thu hoi', 'tam ung'],
    decision: ['quyet dinh', 'so quyet dinh', 'quyet dinh dau tu', 'quyet dinh phe duyet'],
    decision_date: ['ngay quyet dinh', 'ngay thang quyet dinh', 'ngay phe duyet'],
    exception: ['quyet dinh keo dai', 'keo dai', 'van ban cho keo dai', 'ngoai le'],
  },
  allocations: {
    project: ['du an', 'ma du an', 'ma so du an', 'ma da'],
    line: ['nguon von', 'ma nguon von', 'ma nguon', 'nguon'],
    year: ['nam', 'nam ke hoach', 'nam bo tri'],
    amount: ['so tien', 'so von', 'von bo tri', 'ke hoach von', 'so von bo tri', 'muc von'],
    note: ['ghi chu'],
    hold: ['giu', 'giu nguyen', 'khoa'],
  },
}

/** The names a sheet may have, folded, by the table it holds. */
export const SHEET_NAMES: Readonly<Record<TableKind, readonly string[]>> = {
  programmes: ['programmes', 'programs', 'chuong trinh'],
  lines: ['lines', 'funding lines', 'nguon von', 'nguon'],
  projects: ['projects', 'du an', 'danh muc du an', 'danh muc'],
  allocations: ['allocations', 'phan bo', 'bo tri von', 'phan bo von', 'ke hoach von'],
}

/** Headings of notes about a row, left alone without a word; a table's own columns come first. */
export const NOTE_HEADINGS: ReadonlySet<string> = new Set([
  'source',
  'data source',
  'trust',
  'note',
  'ghi chu',
  'stt',
  'tt',
  'nguon so lieu',
  'do tin cay',
])
