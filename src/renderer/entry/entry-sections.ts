import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { EntryKind } from '../../contract/entry-edit.ts'

/** Fields that belong together in a form; those of single years follow the ones named. */
export interface EntrySection {
  readonly title: MessageDescriptor
  readonly keys: readonly string[]
  /** Whether its amounts are in the unit of the window, which its title then names. */
  readonly isMoney?: boolean
  /** What fields of single years begin with. */
  readonly yearly?: readonly string[]
}

/** How the form of each kind of entry is divided. */
export const ENTRY_SECTIONS: Readonly<Record<EntryKind, readonly EntrySection[]>> = {
  project: [
    {
      title: msg`Thông tin chung`,
      keys: ['code', 'name', 'place', 'border', 'region', 'owner'],
    },
    {
      title: msg`Phân loại`,
      keys: ['sector', 'task', 'group', 'stage', 'capital_type'],
    },
    {
      title: msg`Thời gian và căn cứ`,
      keys: ['start_year', 'end_year', 'decision', 'decision_date', 'exception'],
    },
    {
      title: msg`Vốn`,
      isMoney: true,
      keys: ['total_investment', 'funded_before', 'arrears', 'advance', 'ratios'],
      yearly: ['need_'],
    },
  ],
  line: [
    {
      title: msg`Thông tin chung`,
      keys: ['code', 'name', 'programme', 'source', 'capital_type', 'valid_until'],
    },
    {
      title: msg`Điều kiện chi`,
      keys: ['sectors', 'places', 'border_only', 'regions', 'groups', 'stages'],
    },
    { title: msg`Trần vốn và dự phòng`, isMoney: true, keys: [], yearly: ['ceiling_', 'reserve_'] },
    { title: msg`Căn cứ`, keys: ['budget_codes', 'basis'] },
  ],
}
