import type { Task } from '../../core/task.ts'
import type { Steps } from '../steps.ts'
import type { ImportDraft } from './import-draft.ts'
import { isSameEntry } from './is-same-entry.ts'
import { rowsByCode } from './rows-by-code.ts'
import type { TableReader } from './table-reader.ts'

/** Adds or updates the plan's tasks by code. */
export function* importTasks(draft: ImportDraft, reader: TableReader): Steps<void> {
  const rows = [...rowsByCode(reader)]
  for (const [at, [code, row]] of rows.entries()) {
    yield at / rows.length
    const before = draft.tasks.find(code) ?? null
    if (!before && reader.isBlank(row, 'name')) reader.reportMissing(row, 'name')
    const standing = before ?? { id: draft.tasks.takeId(), code, name: '', basis: '' }
    const after: Task = {
      ...standing,
      name: reader.text(row, 'name') || standing.name,
      basis: reader.text(row, 'basis') ?? standing.basis,
    }
    draft.tasks.put(after)
    draft.settle({ kind: 'task-set', id: after.id, before, after }, isSameEntry(before, after))
  }
}
