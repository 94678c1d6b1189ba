import { CAPITAL_TYPES } from '../../core/capital-type.ts'
import { FUNDING_SOURCES } from '../../core/funding-line.ts'
import { PROGRAMME_KINDS } from '../../core/programme.ts'
import {
  NO_REGION,
  PROJECT_GROUPS,
  PROJECT_STAGES,
  REGION_CLASSES,
  type RegionClass,
} from '../../core/project.ts'
import { HOLD_KINDS } from '../../core/hold.ts'
import { RULE_CODES, type RuleCode, SUBJECT_KINDS, TRUSTS } from '../../core/rules/rule-code.ts'
import { foldHeading } from './fold-heading.ts'

/** The words a closed set of values is written in: the code, or Vietnamese. */
export interface EnumWords<T> {
  readonly words: ReadonlyMap<string, T>
  /** The codes, as a problem lists them. */
  readonly expected: string
}

/** The value a word stands for, or null for a word we do not know. */
export function readWord<T>({ words }: EnumWords<T>, text: string): T | null {
  return words.get(foldHeading(text)) ?? null
}

function wordsFor<T extends string>(
  values: readonly T[],
  vietnamese: Readonly<Record<T, readonly string[]>>,
): EnumWords<T> {
  const words = values.flatMap((value) =>
    [foldHeading(value), ...vietnamese[value]].map((word) => [word, value] as const),
  )
  return { words: new Map(words), expected: values.join(', ') }
}

/** Words for the kind of a programme. */
export const KIND_WORDS = wordsFor(PROGRAMME_KINDS, {
  'state-budget': ['ngan sach nha nuoc', 'nsnn', 'ngan sach', 'can doi ngan sach'],
  'national-target': ['chuong trinh muc tieu quoc gia', 'muc tieu quoc gia', 'ctmtqg', 'mtqg'],
  target: ['chuong trinh muc tieu', 'muc tieu', 'ctmt'],
  oda: ['von oda', 'von nuoc ngoai', 'vay nuoc ngoai', 'von vay nuoc ngoai'],
  other: ['khac', 'nguon khac'],
})

/** Words for the source of a funding line. */
export const SOURCE_WORDS = wordsFor(FUNDING_SOURCES, {
  central: ['ngan sach trung uong', 'nstw', 'trung uong', 'tw'],
  provincial: ['ngan sach tinh', 'ngan sach cap tinh', 'nst', 'tinh', 'cap tinh'],
  commune: ['ngan sach xa', 'ngan sach cap xa', 'nsx', 'xa', 'cap xa'],
  'district-legacy': ['ngan sach huyen', 'ngan sach cap huyen', 'huyen', 'cap huyen'],
  bond: ['trai phieu', 'trai phieu chinh phu', 'tpcp'],
  oda: ['von oda', 'von nuoc ngoai', 'vay nuoc ngoai', 'von vay nuoc ngoai'],
  lottery: ['xo so', 'xo so kien thiet', 'xskt', 'thu xo so', 'thu xo so kien thiet'],
  land: ['tien su dung dat', 'thu su dung dat', 'thu tien su dung dat', 'su dung dat', 'dat'],
  'other-legal': [
    'nguon hop phap khac',
    'von hop phap khac',
    'hop phap khac',
    'nguon khac',
    'khac',
  ],
})

/** Words for a capital type. */
export const CAPITAL_WORDS = wordsFor(CAPITAL_TYPES, {
  development: ['dau tu phat trien', 'dau tu', 'dtpt', 'von dau tu', 'von dau tu phat trien'],
  recurrent: [
    'su nghiep',
    'thuong xuyen',
    'chi thuong xuyen',
    'von su nghiep',
    'kinh phi su nghiep',
  ],
})

/** Words for a project group. */
export const GROUP_WORDS = wordsFor(PROJECT_GROUPS, {
  national: ['quan trong quoc gia', 'du an quan trong quoc gia', 'qtqg', 'quoc gia'],
  A: ['nhom a', 'group a'],
  B: ['nhom b', 'group b'],
  C: ['nhom c', 'group c'],
})

/** Words for a project stage. */
export const STAGE_WORDS = wordsFor(PROJECT_STAGES, {
  'completed-unpaid': [
    'hoan thanh chua bo tri du von',
    'da hoan thanh chua bo tri du von',
    'da hoan thanh',
    'hoan thanh con no',
  ],
  'counterpart-oda': ['doi ung oda', 'doi ung', 'von doi ung oda', 'von doi ung'],
  ppp: ['doi tac cong tu', 'hop tac cong tu', 'du an ppp'],
  transitional: ['chuyen tiep', 'du an chuyen tiep'],
  completing: ['du kien hoan thanh', 'hoan thanh trong ky', 'hoan thanh trong nam', 'hoan thanh'],
  'new-start': ['khoi cong moi', 'du an khoi cong moi', 'moi'],
  preparation: ['chuan bi dau tu', 'cbdt', 'nhiem vu chuan bi dau tu'],
})

/** Words for a region class. */
export const REGION_WORDS: EnumWords<RegionClass> = {
  words: new Map<string, RegionClass>([
    ...REGION_CLASSES.flatMap((region) =>
      ['', 'khu vuc ', 'kv ', 'kv', 'xa khu vuc ', 'region '].map(
        (before) => [foldHeading(`${before}${region}`), region] as const,
      ),
    ),
    ...[NO_REGION, 'khong', 'ngoai khu vuc'].map((word) => [word, ''] as const),
  ]),
  expected: `I, II, III, ${NO_REGION}`,
}

/** Words for yes and no. */
export const BOOLEAN_WORDS: EnumWords<boolean> = {
  words: new Map([
    ...['yes', 'y', 'true', '1', 'co', 'x', 'dung'].map((word) => [word, true] as const),
    ...['no', 'n', 'false', '0', 'khong', 'sai'].map((word) => [word, false] as const),
  ]),
  expected: 'yes, no',
}

/** Words for what a hold keeps. */
export const HOLD_WORDS = wordsFor(HOLD_KINDS, {
  cell: ['o'],
  row: ['dong', 'du an'],
  column: ['cot', 'nguon von'],
  total: ['tong', 'tong so'],
})

/** Words for what a waiver is about. */
export const SUBJECT_WORDS = wordsFor(SUBJECT_KINDS, {
  project: ['du an'],
  line: ['nguon von'],
  task: ['nhiem vu'],
  plan: ['ke hoach'],
})

/** The codes of the rules; they have no other names in a table. */
export const RULE_WORDS: EnumWords<RuleCode> = {
  words: new Map(RULE_CODES.map((code) => [foldHeading(code), code])),
  expected: RULE_CODES.join(', '),
}

/** How far a source was checked. */
export const TRUST_WORDS = wordsFor(TRUSTS, { C: [], S: [], D: [] })
