import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Policy } from '../../core/policy.ts'
import type { PolicyValue } from './policy-entry.ts'

/** A threshold of the policy: the key it is set by, what it is called and what it is. */
export interface PolicyEntry {
  readonly key: string
  readonly label: MessageDescriptor
  read(policy: Policy): PolicyValue
}

/** The thresholds of the policy, in the order the form asks them. */
export const POLICY_ENTRIES: readonly PolicyEntry[] = [
  {
    key: 'maxProgrammes',
    label: msg`Số chương trình mục tiêu tối đa trên một dự án trong năm`,
    read: ({ maxProgrammes }) => ({ kind: 'count', value: maxProgrammes }),
  },
  {
    key: 'coveragePercent',
    label: msg`Dự án đủ vốn khi đã bố trí ít nhất (tỷ lệ nhu cầu năm)`,
    read: ({ coverage }) => ({ kind: 'share', value: coverage }),
  },
  {
    key: 'minShare',
    label: msg`Một nguồn bố trí cho một dự án ít nhất`,
    read: ({ minShare }) => ({ kind: 'amount', value: minShare }),
  },
  {
    key: 'minSharePercent',
    label: msg`Một nguồn chiếm ít nhất trong vốn năm của dự án`,
    read: ({ minSharePart }) => ({ kind: 'share', value: minSharePart }),
  },
  {
    key: 'maxProjectsPerLine',
    label: msg`Số dự án tối đa một nguồn đầu tư chi trong năm`,
    read: ({ maxProjects }) => ({ kind: 'count', value: maxProjects }),
  },
  {
    key: 'minAverage',
    label: msg`Một nguồn đầu tư chi bình quân mỗi dự án ít nhất`,
    read: ({ minAverage }) => ({ kind: 'amount', value: minAverage }),
  },
  {
    key: 'reservePercent',
    label: msg`Dự phòng vốn đầu tư trung ương ít nhất`,
    read: ({ reservePart }) => ({ kind: 'share', value: reservePart }),
  },
]
