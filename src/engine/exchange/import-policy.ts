import { WorkbenchError } from '../../core/error.ts'
import type { PlanSettings } from '../../core/plan.ts'
import { type PolicyRow, enterPolicyRow } from '../../core/policy-row.ts'
import type { Steps } from '../steps.ts'
import { TRUST_WORDS } from './enum-words.ts'
import type { ImportDraft } from './import-draft.ts'
import { isSameEntry } from './is-same-entry.ts'
import { rowsByCode } from './rows-by-code.ts'
import type { TableRow } from './sheet-table.ts'
import type { TableReader } from './table-reader.ts'

/** Changes the settings of the policy the table names; the others stay. */
export function* importPolicy(draft: ImportDraft, reader: TableReader): Steps<void> {
  const before = draft.plan.settings
  let after = before
  const rows = rowsByCode(reader, 'key')
  let done = 0
  for (const row of rows.values()) {
    yield done / rows.size
    done += 1
    after = enterRow(draft, reader, row, after)
  }
  const isSame = isSameEntry(before.policy, after.policy)
  draft.settle({ kind: 'settings-set', before, after }, isSame)
}

function enterRow(
  draft: ImportDraft,
  reader: TableReader,
  row: TableRow,
  settings: PlanSettings,
): PlanSettings {
  const entry = readRow(reader, row)
  if (entry.value === '') {
    reader.reportMissing(row, 'value')
    return settings
  }
  try {
    const holder = { programmes: draft.programmes.byIds, settings }
    return { ...settings, policy: enterPolicyRow(holder, entry) }
  } catch (error) {
    if (!(error instanceof WorkbenchError)) throw error
    reportRefusal(reader, row, error)
    return settings
  }
}

function readRow(reader: TableReader, row: TableRow): PolicyRow {
  const text = (key: string) => reader.text(row, key) ?? ''
  const trust = reader.word(row, 'trust', TRUST_WORDS) ?? ''
  const [key, value, source, by, reason] = ['key', 'value', 'source', 'by', 'reason'].map(text)
  return {
    key: key ?? '',
    value: value ?? '',
    source: source ?? '',
    trust,
    by: by ?? '',
    reason: reason ?? '',
  }
}

/** Why a setting was refused, at the cell that is wrong. */
function reportRefusal(reader: TableReader, row: TableRow, error: WorkbenchError): void {
  const expected = String(error.detail['expected'] ?? '')
  if (error.code === 'policy-key-unknown')
    reader.report(row, 'key', { code: 'value-unknown', detail: { expected } })
  else if (error.code === 'policy-value-invalid')
    reader.report(row, 'value', { code: 'value-unknown', detail: { expected } })
  else if (error.code === 'policy-reason-missing')
    reader.reportMissing(row, reader.isBlank(row, 'reason') ? 'reason' : 'by')
  else reader.report(row, 'value', { code: 'amount-invalid' })
}
