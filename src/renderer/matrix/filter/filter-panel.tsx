import {
  Button,
  Checkbox,
  Input,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Select,
  Switch,
} from '@fluentui/react-components'
import { Filter16Filled, Filter16Regular } from '@fluentui/react-icons'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMemo, useState } from 'react'
import { WorkbenchError } from '../../../core/error.ts'
import { parseEntry } from '../../../core/number-entry.ts'
import type { PlanColumns } from '../../plan/plan-columns.ts'
import { useWindow } from '../../plan/window-store.ts'
import { GROUPINGS, type Grouping } from '../groups/group-projects.ts'
import { keyLabel } from '../row-name.ts'
import { allowValue, clearFilter, useProjectFilter } from './filter-store.ts'
import { type Condition, MEASURES, type Measure, isFiltering, keyOf } from './project-filter.ts'

const SET_LABELS: Readonly<Record<Grouping, MessageDescriptor>> = {
  place: msg`Địa bàn`,
  sector: msg`Ngành, lĩnh vực`,
  stage: msg`Giai đoạn`,
  group: msg`Nhóm dự án`,
}

const MEASURE_LABELS: Readonly<Record<Measure, MessageDescriptor>> = {
  need: msg`Nhu cầu`,
  allocated: msg`Đã bố trí`,
  shortfall: msg`Còn thiếu`,
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
        <FigureCondition />
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

function FigureCondition() {
  const { t, i18n } = useLingui()
  const { unit, language } = useWindow()
  const condition = useProjectFilter((state) => state.condition)
  const [measure, setMeasure] = useState<Measure>(condition?.measure ?? 'shortfall')
  const [sign, setSign] = useState<Condition['sign']>(condition?.sign ?? 'least')
  const [text, setText] = useState('')
  const [isBad, setBad] = useState(false)
  function apply(next: { measure: Measure; sign: Condition['sign']; text: string }): void {
    try {
      const amount = next.text.trim() === '' ? null : parseEntry(next.text, { unit, language })
      setBad(false)
      useProjectFilter.setState({
        condition: amount === null ? null : { measure: next.measure, sign: next.sign, amount },
      })
    } catch (error) {
      if (!(error instanceof WorkbenchError)) throw error
      setBad(true)
    }
  }
  return (
    <div className="filter-figure">
      <Select
        size="small"
        aria-label={t`Số cần so`}
        value={measure}
        onChange={(_, { value }) => {
          setMeasure(value as Measure)
          apply({ measure: value as Measure, sign, text })
        }}
      >
        {MEASURES.map((one) => (
          <option key={one} value={one}>
            {i18n._(MEASURE_LABELS[one])}
          </option>
        ))}
      </Select>
      <Select
        size="small"
        aria-label={t`So sánh`}
        value={sign}
        onChange={(_, { value }) => {
          setSign(value as Condition['sign'])
          apply({ measure, sign: value as Condition['sign'], text })
        }}
      >
        <option value="least">≥</option>
        <option value="most">≤</option>
      </Select>
      <Input
        size="small"
        value={text}
        placeholder={t`số tiền, ví dụ 5 tỷ`}
        aria-label={t`Số tiền so sánh`}
        aria-invalid={isBad}
        onChange={(_, { value }) => {
          setText(value)
          apply({ measure, sign, text: value })
        }}
        input={{ 'data-testid': 'filter-amount' } as object}
      />
    </div>
  )
}

function compareWords(one: string, other: string): number {
  return one.localeCompare(other, 'vi')
}
