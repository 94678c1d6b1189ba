import type { Programme } from '../../core/programme.ts'
import type { Steps } from '../steps.ts'
import { KIND_WORDS } from './enum-words.ts'
import type { ImportDraft } from './import-draft.ts'
import { isSameEntry } from './is-same-entry.ts'
import { rowsByCode } from './rows-by-code.ts'
import type { TableRow } from './sheet-table.ts'
import type { TableReader } from './table-reader.ts'

/** Adds or updates programmes by code; a parent may stand anywhere in the table or in the plan. */
export function* importProgrammes(draft: ImportDraft, reader: TableReader): Steps<void> {
  const rows = rowsByCode(reader)
  // Every code gets its id before parents are looked up.
  for (const [code, row] of rows) {
    if (!draft.programmes.find(code)) draft.programmes.put(newProgramme(draft, reader, row, code))
  }
  let done = 0
  for (const [code, row] of rows) {
    yield done / rows.size
    done += 1
    importProgramme(draft, reader, row, code)
  }
  for (const [code, row] of rows) reportLoop(draft, reader, row, code)
}

function newProgramme(
  draft: ImportDraft,
  reader: TableReader,
  row: TableRow,
  code: string,
): Programme {
  for (const key of ['name', 'kind']) if (reader.isBlank(row, key)) reader.reportMissing(row, key)
  return { id: draft.programmes.takeId(), code, name: '', kind: 'other', parent: null }
}

function importProgramme(
  draft: ImportDraft,
  reader: TableReader,
  row: TableRow,
  code: string,
): void {
  const standing = draft.programmes.find(code)
  if (!standing) return
  const after: Programme = {
    ...standing,
    name: reader.text(row, 'name') || standing.name,
    kind: reader.word(row, 'kind', KIND_WORDS) ?? standing.kind,
    parent: readProgramme(draft, reader, row, 'parent', standing.parent),
  }
  draft.programmes.put(after)
  const before = draft.plan.programmes.get(after.id) ?? null
  draft.settle({ kind: 'programme-set', id: after.id, before, after }, isSameEntry(before, after))
}

/** The id of the programme a cell names; what stands where the table has no such column. */
export function readProgramme(
  draft: ImportDraft,
  reader: TableReader,
  row: TableRow,
  key: string,
  standing: number | null,
): number | null {
  const code = reader.text(row, key)
  if (code === undefined) return standing
  if (code === '') return null
  const programme = draft.programmes.find(code)
  if (!programme) reader.report(row, key, { code: 'programme-unknown' })
  return programme?.id ?? null
}

function reportLoop(draft: ImportDraft, reader: TableReader, row: TableRow, code: string): void {
  const start = draft.programmes.find(code)
  const seen = new Set<number>()
  let node = start
  while (node?.parent != null && !seen.has(node.id)) {
    seen.add(node.id)
    node = draft.programmes.get(node.parent)
  }
  if (node && node.id === start?.id && seen.size > 0)
    reader.report(row, 'parent', { code: 'programme-loop' })
}
