import { Checkbox } from '@fluentui/react-components'
import { Trans, useLingui } from '@lingui/react/macro'
import { describeField, nameEntry } from '../../contract/entry-wording.ts'
import type { ImportEntry, ImportResult } from '../../contract/tables.ts'
import { useWindow } from '../plan/window-store.ts'
import { ACTION_LABELS } from '../wording/labels.ts'

/** More rows than this help nobody; the counts still tell them all. */
const SHOWN = 300

/** What the import would do to each entry, field by field, and what the tables do not mention. */
export function ImportChanges({
  result: { entries, missing },
  leave,
  onTake,
}: {
  result: ImportResult
  leave: readonly string[]
  onTake: (id: string, isTaken: boolean) => void
}) {
  const { t } = useLingui()
  const count = missing.length
  return (
    <>
      <div className="problem-scroll" tabIndex={0} role="region" aria-label={t`Các thay đổi`}>
        <table className="problem-table" data-testid="import-changes">
          <tbody>
            {entries.slice(0, SHOWN).map((entry) => (
              <EntryRow
                key={entry.id}
                entry={entry}
                isTaken={!leave.includes(entry.id)}
                onTake={onTake}
              />
            ))}
          </tbody>
        </table>
      </div>
      {count > 0 && (
        <p className="is-faint">
          <Trans>{count} mục của kế hoạch không có trong bảng và được giữ nguyên.</Trans>
        </p>
      )}
    </>
  )
}

function EntryRow({
  entry: { id, action, fields },
  isTaken,
  onTake,
}: {
  entry: ImportEntry
  isTaken: boolean
  onTake: (id: string, isTaken: boolean) => void
}) {
  const { i18n } = useLingui()
  const language = useWindow((state) => state.language)
  const shown = fields
    .filter(({ before, after }) => before !== '' || after !== 'false')
    .map((field) => describeField(field, language))
    .join('; ')
  return (
    <tr>
      <td>
        <Checkbox
          checked={isTaken}
          onChange={(_, { checked }) => onTake(id, checked === true)}
          aria-label={nameEntry(id, language)}
        />
      </td>
      <td>{i18n._(ACTION_LABELS[action])}</td>
      <td>{nameEntry(id, language)}</td>
      <td>{shown}</td>
    </tr>
  )
}
