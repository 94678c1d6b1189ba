import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { CAPITAL_LABELS, GROUP_LABELS, SOURCE_LABELS, STAGE_LABELS } from '../wording/labels.ts'

const YES_NO = { yes: msg`Có`, no: msg({ message: 'Không', context: 'answer' }) }

const REGION_LABELS = {
  '': msg`Không phân khu vực`,
  none: msg`Không phân khu vực`,
  I: msg`Khu vực I`,
  II: msg`Khu vực II`,
  III: msg`Khu vực III`,
}

/** What the choices of each field are called. */
export const CHOICE_LABELS: Readonly<Record<string, Readonly<Record<string, MessageDescriptor>>>> =
  {
    border: YES_NO,
    border_only: YES_NO,
    region: REGION_LABELS,
    regions: REGION_LABELS,
    group: GROUP_LABELS,
    groups: GROUP_LABELS,
    stage: STAGE_LABELS,
    stages: STAGE_LABELS,
    capital_type: CAPITAL_LABELS,
    source: SOURCE_LABELS,
  }
