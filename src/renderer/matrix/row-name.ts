import { i18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { ProjectGroup as GroupCode, ProjectStage } from '../../core/project.ts'
import { GROUP_LABELS, STAGE_LABELS } from '../wording/labels.ts'
import { useGroups } from './groups/group-store.ts'
import { type MatrixRow, TOTALS_LABELS, isGroupRow } from './matrix-row.ts'
import { membersAt, projectAt } from './matrix-values.ts'

/** What a row is called: the project's name, the group's with how many projects it shows, or the total's. */
export function rowName(row: MatrixRow | undefined): string {
  if (!row) return ''
  if (typeof row.id === 'number') return projectAt(row)?.name ?? ''
  return isGroupRow(row.id) ? groupName(row) : i18n._(TOTALS_LABELS[row.id])
}

function groupName(row: MatrixRow): string {
  const { groups, by, folded } = useGroups.getState()
  const group = groups.find(({ id }) => id === row.id)
  if (!group || !isGroupRow(row.id)) return ''
  const label = keyLabel(by, group.key)
  return `${folded.has(row.id) ? '▸' : '▾'} ${label} (${membersAt(row).length})`
}

/** What a place, sector, stage or group is called. */
export function keyLabel(by: string | null, key: string): string {
  if (key === '') return i18n._(msg`Chưa ghi`)
  if (by === 'stage') return i18n._(STAGE_LABELS[key as ProjectStage])
  return by === 'group' ? i18n._(GROUP_LABELS[key as GroupCode]) : key
}
