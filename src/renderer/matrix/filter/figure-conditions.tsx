import { Button, Input, Select } from '@fluentui/react-components'
import { Add16Regular, Dismiss16Regular } from '@fluentui/react-icons'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { WorkbenchError } from '../../../core/error.ts'
import type { Money, Unit } from '../../../core/money.ts'
import { parseEntry } from '../../../core/number-entry.ts'
import type { PlanColumns } from '../../plan/plan-columns.ts'
import { useWindow } from '../../plan/window-store.ts'
import { entryText } from '../../wording/money-text.ts'
import { setConditions, useProjectFilter } from './filter-store.ts'
import { type Condition, MEASURES, type Measure } from './project-filter.ts'

const MEASURE_LABELS: Readonly<Record<(typeof MEASURES)[number], MessageDescriptor>> = {
  need: msg`Nhu cầu`,
  allocated: msg`Đã bố trí`,
  shortfall: msg`Còn thiếu`,
  coverage: msg`Đáp ứng, %`,
  programmes: msg`Số chương trình`,
  flags: msg`Số cảnh báo`,
}

const FIRST: Condition = { measure: 'shortfall', sign: 'least', amount: null }

/** Conditions on any figure of the matrix; a project is shown where all of them hold. */
export function FigureConditions({ columns }: { columns: PlanColumns }) {
  const kept = useProjectFilter((state) => state.conditions)
  const conditions = kept.length === 0 ? [FIRST] : kept
  const put = (at: number, next: Condition | null) =>
    setConditions(conditions.flatMap((one, i) => (i !== at ? [one] : next ? [next] : [])))
  return (
    <>
      {conditions.map((condition, at) => (
        <FigureCondition
          // Where one is taken away, the others are written anew from their amounts.
          key={`${at} of ${conditions.length}`}
          columns={columns}
          condition={condition}
          onChange={(next) => put(at, next)}
          onRemove={conditions.length > 1 ? () => put(at, null) : null}
        />
      ))}
      <Button
        size="small"
        appearance="subtle"
        icon={<Add16Regular />}
        disabled={conditions.at(-1)?.amount === null}
        onClick={() => setConditions([...conditions, FIRST])}
        data-testid="add-condition"
      >
        <Trans>Thêm điều kiện</Trans>
      </Button>
    </>
  )
}

interface ConditionProps {
  readonly columns: PlanColumns
  readonly condition: Condition
  readonly onChange: (next: Condition) => void
  readonly onRemove: (() => void) | null
}

function FigureCondition({ columns, condition, onChange, onRemove }: ConditionProps) {
  const { t, i18n } = useLingui()
  const { unit, language } = useWindow()
  const { measure, sign, amount } = condition
  const counted = unitOf(measure, unit)
  const [text, setText] = useState(
    amount === null ? '' : entryText(amount as Money, counted, language),
  )
  const [isBad, setBad] = useState(false)
  function type(next: string): void {
    setText(next)
    try {
      const number = measure === 'coverage' ? next.replace(/%\s*$/, '') : next
      const read = number.trim() === '' ? null : parseEntry(number, { unit: counted, language })
      setBad(false)
      onChange({ ...condition, amount: read })
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
        // What was typed counts in the unit of the figure before.
        onChange={(_, { value }) => {
          setText('')
          setBad(false)
          onChange({ sign, measure: value as Measure, amount: null })
        }}
        data-testid="filter-measure"
      >
        {MEASURES.map((one) => (
          <option key={one} value={one}>
            {i18n._(MEASURE_LABELS[one])}
          </option>
        ))}
        {columns.lines.map(({ code, name }) => (
          <option key={code} value={`line:${code}`}>
            {code} — {name}
          </option>
        ))}
      </Select>
      <Select
        size="small"
        aria-label={t`So sánh`}
        value={sign}
        onChange={(_, { value }) => onChange({ ...condition, sign: value as Condition['sign'] })}
        data-testid="filter-sign"
      >
        <option value="least">≥</option>
        <option value="most">≤</option>
        <option value="equal">=</option>
      </Select>
      <Input
        size="small"
        value={text}
        placeholder={counted === unit ? t`số tiền, ví dụ 5 tỷ` : t`con số`}
        aria-label={t`Số tiền so sánh`}
        aria-invalid={isBad}
        onChange={(_, { value }) => type(value)}
        input={{ 'data-testid': 'filter-amount' } as object}
      />
      {onRemove && (
        <Button
          size="small"
          appearance="subtle"
          icon={<Dismiss16Regular />}
          aria-label={t`Bỏ điều kiện này`}
          onClick={onRemove}
        />
      )}
    </div>
  )
}

/** Money counts in the unit shown, a percentage has three decimals, a count none. */
function unitOf(measure: Measure, unit: Unit): Unit {
  if (measure === 'coverage') return 'thousand'
  return measure === 'programmes' || measure === 'flags' ? 'dong' : unit
}
