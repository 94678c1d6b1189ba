import {
  Button,
  Checkbox,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Switch,
} from '@fluentui/react-components'
import { Filter16Filled, Filter16Regular } from '@fluentui/react-icons'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import type { PlanColumns } from '../../plan/plan-columns.ts'
import { GROUPINGS, type Grouping } from '../groups/group-projects.ts'
import { keyLabel } from '../row-name.ts'
import { FigureConditions } from './figure-conditions.tsx'
import { allowValue, clearFilter, useProjectFilter } from './filter-store.ts'
import { isFiltering, keyOf } from './project-filter.ts'

const SET_LABELS: Readonly<Record<Grouping, MessageDescriptor>> = {
  place: msg`Địa bàn`,
  sector: msg`Ngành, lĩnh vực`,
  stage: msg`Giai đoạn`,
  group: msg`Nhóm dự án`,
}

/** Which projects are shown: by their place, sector, stage and group, by a figure, or only flagged ones. */
export function FilterPanel({ columns }: { columns: PlanColumns }) {
  const { t, i18n } = useLingui()
  const filter = useProjectFilter()
  const isOn = isFiltering(filter)
  return (
    <Popover trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Button
          size="small"
          appearance={isOn ? 'secondary' : 'subtle'}
          icon={isOn ? <Filter16Filled /> : <Filter16Regular />}
          aria-label={isOn ? t`Bộ lọc dự án, đang lọc` : t`Bộ lọc dự án`}
          title={t`Bộ lọc dự án`}
          data-testid="open-filter"
        />
      </PopoverTrigger>
      <PopoverSurface
        className="filter-panel"
        aria-label={t`Bộ lọc dự án`}
        data-testid="filter-panel"
      >
        <Switch
          label={t`Chỉ dự án có cảnh báo`}
          checked={filter.isFlaggedOnly}
          onChange={(_, { checked }) => useProjectFilter.setState({ isFlaggedOnly: checked })}
          data-testid="only-flagged"
        />
        <FigureConditions columns={columns} />
        {GROUPINGS.map((by) => (
          <fieldset key={by} className="filter-set">
            <legend>{i18n._(SET_LABELS[by])}</legend>
            <ValueSet by={by} columns={columns} />
          </fieldset>
        ))}
        <Button onClick={clearFilter} disabled={!isOn} data-testid="clear-filter">
          <Trans>Bỏ lọc</Trans>
        </Button>
      </PopoverSurface>
    </Popover>
  )
}

function ValueSet({ by, columns }: { by: Grouping; columns: PlanColumns }) {
  const sets = useProjectFilter((state) => state.sets)
  const values = useMemo(
    () => [...new Set(columns.projects.map((project) => keyOf(project, by)))].sort(compareWords),
    [columns, by],
  )
  return values.map((value) => (
    <Checkbox
      key={value}
      size="medium"
      label={keyLabel(by, value)}
      checked={(sets[by] ?? values).includes(value)}
      onChange={(_, { checked }) => allowValue(by, value, checked === true, values)}
      data-testid={`filter-${by}-${value}`}
    />
  ))
}

function compareWords(one: string, other: string): number {
  return one.localeCompare(other, 'vi')
}
