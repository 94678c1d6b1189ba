import { Button, Select } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons'
import { Trans, useLingui } from '@lingui/react/macro'
import type { ChosenTable } from '../../contract/methods.ts'
import { TABLE_KINDS, type TableKind } from '../../contract/tables.ts'
import { TABLE_KIND_LABELS } from '../wording/labels.ts'
import { isReplaced } from './import-choices.ts'

interface ChosenTablesProps {
  readonly tables: readonly ChosenTable[]
  readonly onKind: (token: string, kind: TableKind | null) => void
  readonly onRemove: (token: string) => void
}

/** The tables chosen, what each one holds, and a way to say otherwise. */
export function ChosenTables({ tables, onKind, onRemove }: ChosenTablesProps) {
  const { t, i18n } = useLingui()
  return (
    <table className="chosen-tables" data-testid="import-tables">
      <thead>
        <tr>
          <th scope="col">
            <Trans>Tệp</Trans>
          </th>
          <th scope="col">
            <Trans>Trang tính</Trans>
          </th>
          <th scope="col" className="is-number">
            <Trans>Số dòng</Trans>
          </th>
          <th scope="col">
            <Trans>Là bảng</Trans>
          </th>
          <th scope="col">
            <span className="visually-hidden">
              <Trans>Bỏ</Trans>
            </span>
          </th>
        </tr>
      </thead>
      <tbody>
        {tables.map((table) => (
          <tr key={table.token}>
            <td>
              {table.name}
              {isReplaced(table, tables) && (
                <span className="tag">
                  <Trans>bị bảng cùng loại phía sau thay thế</Trans>
                </span>
              )}
            </td>
            <td>{table.sheet}</td>
            <td className="is-number">{table.rows}</td>
            <td>
              <Select
                size="small"
                aria-label={t`Loại bảng của ${table.name} ${table.sheet}`}
                value={table.kind ?? ''}
                onChange={(_, { value }) =>
                  onKind(table.token, value === '' ? null : (value as TableKind))
                }
              >
                <option value="">{t`Không nhập`}</option>
                {TABLE_KINDS.map((kind) => (
                  <option key={kind} value={kind}>
                    {i18n._(TABLE_KIND_LABELS[kind])}
                  </option>
                ))}
              </Select>
            </td>
            <td>
              <Button
                size="small"
                appearance="subtle"
                icon={<Dismiss16Regular />}
                aria-label={t`Bỏ ${table.name} ${table.sheet}`}
                onClick={() => onRemove(table.token)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
