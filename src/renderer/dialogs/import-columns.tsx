import { Field, Input, Select } from '@fluentui/react-components'
import { Trans, useLingui } from '@lingui/react/macro'
import { COLUMN_KEYS, nameColumn } from '../../contract/column-names.ts'
import {
  type ColumnReading,
  NUMBER_FORMATS,
  type NumberFormat,
  type TableKind,
  type TableMapping,
  type TableReading,
} from '../../contract/tables.ts'
import { UNIT_NAMES } from '../../core/wording.ts'
import type { PlanColumns } from '../plan/plan-columns.ts'
import { usePlan } from '../plan/plan-store.ts'
import { useWindow } from '../plan/window-store.ts'
import {
  CONFIDENCE_LABELS,
  NUMBER_EVIDENCE_LABELS,
  NUMBER_FORMAT_LABELS,
  TABLE_KIND_LABELS,
} from '../wording/labels.ts'
import { type TablePlace, tableKey } from './import-choices.ts'

type Settle = (place: TablePlace, settled: TableMapping) => void

/** How each table was read: where its heading stands and what each column was taken for, all to be corrected. */
export function ImportColumns({
  readings,
  onSettle,
}: {
  readings: readonly TableReading[]
  onSettle: Settle
}) {
  return readings.map((reading) => (
    <section key={tableKey(reading)} className="import-reading" data-testid="import-reading">
      <ReadingPlace reading={reading} onSettle={onSettle} />
      <ColumnTable reading={reading} onSettle={onSettle} />
    </section>
  ))
}

function ReadingPlace({ reading, onSettle }: { reading: TableReading; onSettle: Settle }) {
  const { t, i18n } = useLingui()
  const language = useWindow((state) => state.language)
  const { kind, file, sheet, headerRow, headerRows, rows, unit } = reading
  const setHeader = (settled: TableMapping) =>
    onSettle(reading, { headerRow, headerRows, ...settled })
  return (
    <div className="import-files">
      <b>
        {i18n._(TABLE_KIND_LABELS[kind])}: {[file, sheet].filter(Boolean).join(' · ')}
      </b>
      <RowField
        label={t`Dòng đầu của tiêu đề`}
        value={headerRow}
        onValue={(value) => setHeader({ headerRow: value })}
      />
      <RowField
        label={t`Số dòng tiêu đề`}
        value={headerRows}
        onValue={(value) => setHeader({ headerRows: value })}
      />
      <span className="is-faint">
        <Trans>{rows} dòng dữ liệu</Trans>
        {unit && ` · ${UNIT_NAMES[unit][language]}`}
      </span>
    </div>
  )
}

function RowField({
  label,
  value,
  onValue,
}: {
  label: string
  value: number
  onValue: (value: number) => void
}) {
  return (
    <Field label={label} orientation="horizontal" className="inline-field">
      <Input
        size="small"
        type="number"
        min={1}
        className="row-input"
        defaultValue={String(value)}
        key={value}
        onBlur={({ target }) => {
          const typed = Number(target.value)
          if (Number.isInteger(typed) && typed >= 1 && typed !== value) onValue(typed)
        }}
      />
    </Field>
  )
}

function ColumnTable({ reading, onSettle }: { reading: TableReading; onSettle: Settle }) {
  const { t, i18n } = useLingui()
  const { columns, sample } = reading
  const plan = usePlan((state) => state.columns)
  return (
    <div className="problem-scroll" tabIndex={0} role="region" aria-label={t`Các cột của bảng`}>
      <table className="problem-table">
        <thead>
          <tr>
            <th scope="col">
              <Trans>Cột</Trans>
            </th>
            <th scope="col">
              <Trans>Tiêu đề</Trans>
            </th>
            <th scope="col">
              <Trans>Hiểu là</Trans>
            </th>
            <th scope="col">
              <Trans>Độ chắc</Trans>
            </th>
            <th scope="col">
              <Trans>Cách đọc số</Trans>
            </th>
            <th scope="col">
              <Trans>Vài dòng đầu</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column, index) => (
            <tr key={column.letter}>
              <td>{column.letter}</td>
              <td>{column.heading}</td>
              <td>
                <KeySelect reading={reading} column={column} plan={plan} onSettle={onSettle} />
              </td>
              <td>{column.key === null ? '' : i18n._(CONFIDENCE_LABELS[column.confidence])}</td>
              <td>
                <NumberSelect reading={reading} column={column} onSettle={onSettle} />
              </td>
              <td className="is-faint">
                {sample
                  .map((cells) => cells[index] ?? '')
                  .filter((text) => text !== '')
                  .slice(0, 3)
                  .join(' · ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function KeySelect({
  reading,
  column: { letter, key },
  plan,
  onSettle,
}: {
  reading: TableReading
  column: ColumnReading
  plan: PlanColumns | null
  onSettle: Settle
}) {
  const { t } = useLingui()
  const language = useWindow((state) => state.language)
  const { kind } = reading
  const keys = [...new Set([...keysOf(kind, plan), ...(key === null ? [] : [key])])]
  return (
    <Select
      size="small"
      aria-label={t`Cột ${letter} hiểu là`}
      data-testid={`import-column-${kind}-${letter}`}
      value={key ?? ''}
      onChange={(_, { value }) =>
        onSettle(reading, { columns: { [letter]: value === '' ? null : value } })
      }
    >
      <option value="">{t`Bỏ qua`}</option>
      {keys.map((one) => (
        <option key={one} value={one}>
          {nameColumn(one)[language]}
        </option>
      ))}
    </Select>
  )
}

/** How a column's numbers are read and what made it sure; the person may say otherwise. */
function NumberSelect({
  reading,
  column: { letter, numbers },
  onSettle,
}: {
  reading: TableReading
  column: ColumnReading
  onSettle: Settle
}) {
  const { t, i18n } = useLingui()
  if (numbers === null) return null
  const { format, because, value, row } = numbers
  return (
    <>
      <Select
        size="small"
        aria-label={t`Cách đọc số của cột ${letter}`}
        data-testid={`import-numbers-${reading.kind}-${letter}`}
        value={format ?? 'auto'}
        onChange={(_, { value: chosen }) =>
          onSettle(reading, { numberFormats: { [letter]: chosen as NumberFormat } })
        }
      >
        {NUMBER_FORMATS.map((one) => (
          <option key={one} value={one}>
            {i18n._(NUMBER_FORMAT_LABELS[one])}
          </option>
        ))}
      </Select>
      <span className="is-faint">
        {i18n._(NUMBER_EVIDENCE_LABELS[because])}
        {value !== '' && (
          <>
            {' '}
            <Trans>
              “{value}” (dòng {row})
            </Trans>
          </>
        )}
      </span>
    </>
  )
}

/** Everything a column of a table can be: needs and money of lines once for each year of the plan. */
function keysOf(kind: TableKind, plan: PlanColumns | null): string[] {
  const years = plan?.years ?? []
  const needs = kind === 'projects' ? years.map((year) => `need_${year}`) : []
  const lines =
    kind === 'allocations'
      ? (plan?.lines ?? []).flatMap(({ code }) => years.map((year) => `line:${code}:${year}`))
      : []
  return [...COLUMN_KEYS[kind], ...needs, ...lines]
}
