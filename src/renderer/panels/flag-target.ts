import type { Flag } from '../../core/rules/rule.ts'
import type { PlanColumns } from '../plan/plan-columns.ts'
import { jumpToCell, showScreen } from '../plan/window-store.ts'

/** Opens the matrix where a flag's figures stand: its year, its project's row or its line's totals; a flag of a task or of the plan has its figures on a screen of their own. */
export function jumpToFlag(flag: Flag, columns: PlanColumns): void {
  const { kind, id } = flag.subject
  if (kind === 'task') return showScreen('tasks')
  if (kind === 'plan') return showScreen('lines')
  if (kind === 'line') return jumpToCell({ project: null, line: id, year: flag.year })
  const named = flag.detail['line']
  const line = typeof named === 'string' ? (columns.lineByCode(named)?.id ?? null) : null
  jumpToCell({ project: id, line, year: flag.year })
}
