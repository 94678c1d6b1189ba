import {
  Button,
  Checkbox,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Switch,
} from '@fluentui/react-components'
import { ColumnTriple20Regular } from '@fluentui/react-icons'
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import type { PlanColumns } from '../../plan/plan-columns.ts'
import { type ProgrammeBand, bandLines } from '../../plan/programme-bands.ts'
import { showLines, useLayout } from './layout-store.ts'

/** Which lines have a column, programme by programme, and whether every year has its own. */
export function ColumnPanel({ columns }: { columns: PlanColumns }) {
  const { t } = useLingui()
  const isEveryYear = useLayout((state) => state.isEveryYear)
  const bands = useMemo(() => bandLines(columns.lines, columns.programmes), [columns])
  return (
    <Popover trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Button
          size="small"
          appearance="subtle"
          icon={<ColumnTriple20Regular />}
          aria-label={t`Chọn cột`}
          title={t`Chọn cột`}
          data-testid="open-columns"
        />
      </PopoverTrigger>
      <PopoverSurface className="filter-panel" aria-label={t`Chọn cột`} data-testid="column-panel">
        <Switch
          label={t`Các năm cạnh nhau`}
          checked={isEveryYear}
          onChange={(_, { checked }) => useLayout.setState({ isEveryYear: checked })}
          data-testid="every-year"
        />
        {bands.map((band) => (
          <BandChoices key={band.programme?.id ?? 'none'} band={band} />
        ))}
      </PopoverSurface>
    </Popover>
  )
}

function BandChoices({ band: { programme, lines } }: { band: ProgrammeBand }) {
  const { t } = useLingui()
  const hidden = useLayout((state) => state.hidden)
  const codes = lines.map(({ code }) => code)
  const shown = codes.filter((code) => !hidden.includes(code)).length
  return (
    <fieldset className="filter-set">
      <legend>
        <Checkbox
          label={programme?.name ?? t`Không thuộc chương trình`}
          checked={shown === codes.length ? true : shown === 0 ? false : 'mixed'}
          onChange={(_, { checked }) => showLines(codes, checked !== false)}
        />
      </legend>
      {lines.map(({ code, name }) => (
        <Checkbox
          key={code}
          label={`${code} — ${name}`}
          checked={!hidden.includes(code)}
          onChange={(_, { checked }) => showLines([code], checked === true)}
          data-testid={`column-${code}`}
        />
      ))}
    </fieldset>
  )
}
