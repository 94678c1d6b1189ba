import { readPercent } from '../../core/percent-text.ts'
import type { ImportDraft } from './import-draft.ts'
import type { TableRow } from './sheet-table.ts'
import type { TableReader } from './table-reader.ts'

type Ratios = ReadonlyMap<number, number>

/** What a project's cell `CT1=60;CT2=40` declares, in basis points by programme; what stands where there is no such column. */
export function readRatios(
  draft: ImportDraft,
  reader: TableReader,
  row: TableRow,
  standing: Ratios,
): Ratios {
  const items = reader.list(row, 'ratios')
  if (!items) return standing
  const ratios = new Map<number, number>()
  for (const item of items) {
    const ratio = readRatio(draft, reader, row, item)
    if (ratio === null) continue
    if (ratios.has(ratio.programme)) reportRatio(reader, row, item, 'ratio-invalid')
    ratios.set(ratio.programme, ratio.share)
  }
  return ratios
}

function readRatio(draft: ImportDraft, reader: TableReader, row: TableRow, item: string) {
  // A code may hold an equals sign, a percentage does not.
  const at = item.lastIndexOf('=')
  const code = item.slice(0, Math.max(at, 0)).trim()
  const share = at < 0 ? null : readPercent(item.slice(at + 1).trim())
  const programme = draft.programmes.find(code)
  if (code === '' || share === null) reportRatio(reader, row, item, 'ratio-invalid')
  else if (!programme) reportRatio(reader, row, code, 'programme-unknown')
  else if (programme.parent !== null) reportRatio(reader, row, code, 'programme-below')
  else return { programme: programme.id, share }
  return null
}

function reportRatio(
  reader: TableReader,
  row: TableRow,
  value: string,
  code: 'ratio-invalid' | 'programme-unknown' | 'programme-below',
): void {
  reader.report(row, 'ratios', { code, value })
}
