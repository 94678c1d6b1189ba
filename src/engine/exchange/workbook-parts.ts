import { posix } from 'node:path'
import { WorkbenchError } from '../../core/error.ts'

const TEXT = new TextDecoder('utf-8')

/** The worksheet parts of a workbook in its own order. @throws `table-unreadable` when a part it names is absent */
export function worksheetParts(parts: ReadonlyMap<string, Uint8Array>, file: string): string[] {
  const workbook = workbookPart(parts)
  const folder = posix.dirname(workbook)
  const targets = relationsOf(parts, `${folder}/_rels/${posix.basename(workbook)}.rels`, folder)
  for (const target of targets.values()) {
    if (!parts.has(target)) throw new WorkbenchError('table-unreadable', { file, reason: 'part' })
  }
  const sheets = partText(parts, workbook).matchAll(/<(?:[\w.-]+:)?sheet\s([^>]*)>/g)
  return [...sheets].map(([, attributes = '']) => {
    const id = /\s(?:[\w.-]+:)?id\s*=\s*["']([^"']*)["']/.exec(` ${attributes}`)?.[1] ?? ''
    return targets.get(id) ?? ''
  })
}

/** Refuses a document type declaration in any part: it can name entities that grow or reach outside. */
export function refuseDoctype(parts: ReadonlyMap<string, Uint8Array>, file: string): void {
  for (const [name, bytes] of parts) {
    const isMarkup = /\.(xml|rels|vml)$/i.test(name)
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    if (isMarkup && /<!(DOCTYPE|ENTITY)/i.test(text.toString('latin1').replaceAll('\0', ''))) {
      throw new WorkbenchError('table-unreadable', { file, reason: 'doctype' })
    }
  }
}

/** The text of a part, or nothing where there is none. */
export function partText(parts: ReadonlyMap<string, Uint8Array>, name: string): string {
  const bytes = parts.get(name)
  return bytes ? TEXT.decode(bytes) : ''
}

function workbookPart(parts: ReadonlyMap<string, Uint8Array>): string {
  const main = partText(parts, '_rels/.rels').match(/<[^>]*\/officeDocument["'][^>]*>/)?.[0] ?? ''
  const target = /\sTarget\s*=\s*["']([^"']*)["']/.exec(main)?.[1]
  return target === undefined ? 'xl/workbook.xml' : target.replace(/^\//, '')
}

function relationsOf(
  parts: ReadonlyMap<string, Uint8Array>,
  name: string,
  folder: string,
): Map<string, string> {
  const targets = new Map<string, string>()
  for (const [, attributes = ''] of partText(parts, name).matchAll(
    /<(?:[\w.-]+:)?Relationship\s([^>]*)>/g,
  )) {
    const read = (key: string) =>
      new RegExp(`\\s${key}\\s*=\\s*["']([^"']*)["']`).exec(` ${attributes}`)?.[1] ?? ''
    if (read('TargetMode') === 'External') continue
    const target = read('Target')
    const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target)
    targets.set(read('Id'), path)
  }
  return targets
}
