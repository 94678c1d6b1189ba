import { WorkbenchError } from '../../core/error.ts'
import { compareText } from '../../core/compare-text.ts'
import { HOLD_KINDS, type Hold, type HoldKind, holdKey, listHolds } from '../../core/hold.ts'
import { type Plan, codeOf, findLine, findProject } from '../../core/plan.ts'
import { holdPlaces } from '../../engine/hold-places.ts'
import type { WorkbookSession } from '../../engine/session.ts'
import type { Command, Output } from '../command.ts'
import { withWorkbook } from '../opened-workbook.ts'
import { parseChoice, parseYearWithin } from '../parsing.ts'
import { printJson, printTable } from '../printing.ts'

const HEADINGS = {
  vi: ['Phạm vi', 'Dự án', 'Nguồn vốn', 'Năm'],
  en: ['Scope', 'Project', 'Line', 'Year'],
}

/** What names each kind of place, after the file. */
const ARGUMENTS: Readonly<Record<HoldKind, string>> = {
  cell: 'cell <project> <line> <year>',
  row: 'row <project> <year>',
  column: 'column <line> <year>',
  total: 'total <project> <year>',
}

const SCOPE_NAMES: Readonly<Record<Output['language'], Readonly<Record<HoldKind, string>>>> = {
  vi: { cell: 'ô', row: 'dòng', column: 'cột', total: 'tổng dự án' },
  en: { cell: 'cell', row: 'row', column: 'column', total: 'project total' },
}

const STATES = {
  vi: { held: 'đang giữ', free: 'không giữ' },
  en: { held: 'held', free: 'not held' },
}

/** Lists the held places, or holds or releases one of them and saves. */
export const hold: Command = {
  usage: 'hold <file> [scope] [place...]',
  summary: {
    vi: 'Xem các chỗ đang giữ; giữ một ô, dòng, cột hay tổng của dự án, hoặc bỏ giữ với --release',
    en: 'List what is held; hold a cell, row, column or project total, or release it with --release',
  },
  options: [['--release', { vi: 'bỏ giữ', en: 'release it' }]],
  run([path = '', scope, ...place], options, output) {
    return withWorkbook(path, (session) => {
      const isHeld = options['release'] !== true
      if (scope !== undefined) {
        const asked = readPlace(session.plan, parseChoice(HOLD_KINDS, scope), place)
        move(session, asked, isHeld, output)
      } else if (isHeld) printHolds(session, output)
      else throw new WorkbenchError('usage', { message: '--release', expected: hold.usage })
      return 0
    })
  },
}

function move(session: WorkbookSession, asked: Hold, isHeld: boolean, output: Output): void {
  const before = session.revision
  holdPlaces(session, [asked], isHeld)
  if (session.revision !== before) session.save(null)
  const named = nameHold(session.plan, asked)
  const held = isStanding(session.plan, asked)
  if (output.isJson) printJson(output, { ...named, held, contentHash: session.contentHash() })
  else printHold(named, held, output)
}

/** Reads the place by its codes. @throws `usage` `year-outside-plan` `project-unknown` `line-unknown` */
function readPlace(plan: Plan, kind: HoldKind, place: readonly string[]): Hold {
  const expected = ARGUMENTS[kind]
  if (place.length !== expected.split(' ').length - 1) {
    throw new WorkbenchError('usage', { message: [kind, ...place].join(' '), expected })
  }
  const [code = ''] = place
  const lineCode = kind === 'column' ? code : kind === 'cell' ? place[1] : undefined
  return {
    kind,
    project: kind === 'column' ? null : findProject(plan, code).id,
    line: lineCode === undefined ? null : findLine(plan, lineCode).id,
    year: parseYearWithin(place.at(-1), plan.settings),
  }
}

function isStanding(plan: Plan, hold: Hold): boolean {
  const key = holdKey(hold)
  return listHolds(plan).some((held) => holdKey(held) === key)
}

/** A hold as scripts and people name it. */
interface NamedHold {
  readonly scope: HoldKind
  readonly project: string | null
  readonly line: string | null
  readonly year: number
}

function nameHold({ projects, lines }: Plan, { kind, project, line, year }: Hold): NamedHold {
  return { scope: kind, project: codeOf(projects, project), line: codeOf(lines, line), year }
}

function printHolds(session: WorkbookSession, output: Output): void {
  const holds = listHolds(session.plan)
    .map((held) => nameHold(session.plan, held))
    .sort(compareHolds)
  if (output.isJson) {
    printJson(output, { holds, contentHash: session.contentHash() })
    return
  }
  const { language } = output
  const rows = holds.map(({ scope, project, line, year }) => [
    SCOPE_NAMES[language][scope],
    project ?? '',
    line ?? '',
    String(year),
  ])
  printTable(output, HEADINGS[language], rows)
}

function compareHolds(a: NamedHold, b: NamedHold): number {
  return (
    HOLD_KINDS.indexOf(a.scope) - HOLD_KINDS.indexOf(b.scope) ||
    compareText(a.project ?? '', b.project ?? '') ||
    compareText(a.line ?? '', b.line ?? '') ||
    a.year - b.year
  )
}

function printHold(
  { scope, project, line, year }: NamedHold,
  held: boolean,
  { language, print }: Output,
): void {
  const place = [SCOPE_NAMES[language][scope], project, line, year].filter((part) => part !== null)
  print(`${place.join(' · ')}: ${STATES[language][held ? 'held' : 'free']}`)
}
