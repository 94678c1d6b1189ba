import { posix } from 'node:path'
import { WorkbenchError } from '../../core/error.ts'
import { XmlScanner, packName } from './xml-scanner.ts'

const RELATION = packName('Relationship')
const SHEET = packName('sheet')
const PROPERTIES = packName('workbookPr')
const NOTHING = Buffer.alloc(0)

/** A worksheet by the name its tab shows, or would show were it not hidden. */
interface NamedPart {
  readonly name: string
  readonly isHidden: boolean
  readonly part: Buffer
}

/** The parts of a workbook an import reads; an absent one is empty. */
export interface WorkbookParts {
  /** The worksheets in the workbook's own order. */
  readonly sheets: readonly NamedPart[]
  readonly strings: Buffer
  readonly styles: Buffer
  /** Whether days count from 1904, as old Macs did. */
  readonly is1904: boolean
}

interface Relation {
  readonly id: string
  readonly type: string
  readonly target: string
}

/** Finds a workbook's parts through its relations. @throws `table-unreadable` when a part it names is absent */
export function findParts(parts: ReadonlyMap<string, Buffer>, file: string): WorkbookParts {
  const main = relationsOf(parts, '_rels/.rels', '').find(({ type }) => type === 'officeDocument')
  const workbook = main?.target ?? 'xl/workbook.xml'
  const folder = posix.dirname(workbook)
  const name = `${folder}/_rels/${posix.basename(workbook)}.rels`
  const relations = relationsOf(parts, name, folder)
  if (relations.some(({ target }) => !parts.has(target))) throw lacksPart(file)
  const partOf = (wanted: string) =>
    parts.get(relations.find(({ type }) => type === wanted)?.target ?? '') ?? NOTHING
  return {
    ...readWorkbook(parts.get(workbook) ?? NOTHING, (id) => {
      const part = parts.get(relations.find((relation) => relation.id === id)?.target ?? '')
      if (!part) throw lacksPart(file)
      return part
    }),
    strings: partOf('sharedStrings'),
    styles: partOf('styles'),
  }
}

/** Refuses a document type declaration in any part: it can name entities that grow or reach outside. */
export function refuseDoctype(parts: ReadonlyMap<string, Buffer>, file: string): void {
  for (const [name, part] of parts) {
    if (!/\.(xml|rels|vml)$/i.test(name)) continue
    // Spreadsheets write UTF-8; in another encoding a declaration could hide from this look.
    const isWide = part.subarray(0, 4).includes(0) || part[0] === 0xff || part[0] === 0xfe
    if (isWide || part.includes('<!DOCTYPE') || part.includes('<!ENTITY')) {
      throw new WorkbenchError('table-unreadable', { file, reason: 'doctype' })
    }
  }
}

function readWorkbook(part: Buffer, partOf: (relation: string) => Buffer) {
  const scanner = new XmlScanner(part)
  const sheets: NamedPart[] = []
  let is1904 = false
  while (scanner.next()) {
    if (scanner.isClosing) continue
    if (scanner.name === PROPERTIES)
      is1904 ||= /^(1|true)$/.test(scanner.attribute('date1904') ?? '')
    if (scanner.name !== SHEET) continue
    const name = (scanner.attribute('name') ?? '').normalize('NFC')
    const isHidden = /hidden/i.test(scanner.attribute('state') ?? '')
    sheets.push({ name, isHidden, part: partOf(scanner.prefixedAttribute('id') ?? '') })
  }
  return { sheets, is1904 }
}

function relationsOf(
  parts: ReadonlyMap<string, Buffer>,
  name: string,
  folder: string,
): readonly Relation[] {
  const scanner = new XmlScanner(parts.get(name) ?? NOTHING)
  const relations: Relation[] = []
  while (scanner.next()) {
    if (scanner.name !== RELATION || scanner.isClosing) continue
    const target = scanner.attribute('Target') ?? ''
    // The element around the relations has no target, and what lies outside is never read.
    if (target === '' || scanner.attribute('TargetMode') === 'External') continue
    relations.push({
      id: scanner.attribute('Id') ?? '',
      type: posix.basename(scanner.attribute('Type') ?? ''),
      target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
    })
  }
  return relations
}

function lacksPart(file: string): WorkbenchError {
  return new WorkbenchError('table-unreadable', { file, reason: 'part' })
}
