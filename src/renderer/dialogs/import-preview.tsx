import { Button } from '@fluentui/react-components'
import { Trans, useLingui } from '@lingui/react/macro'
import type { ImportResult, NumberFormat, Problem, TableMapping } from '../../contract/tables.ts'
import { SeverityIcon } from '../panels/severity-icon.tsx'
import { useWindow } from '../plan/window-store.ts'
import { problemSentence } from '../wording/sentences.ts'
import type { TablePlace } from './import-choices.ts'

/** More rows than this help nobody; the count still tells them all. */
const SHOWN = 500

/** What the import would do, and everything it did not understand. */
export function ImportPreview({
  result,
  onSettle,
}: {
  result: ImportResult
  onSettle: (place: TablePlace, settled: TableMapping) => void
}) {
  const { added, updated, unchanged, problems } = result
  const errors = problems.filter(({ severity }) => severity === 'error').length
  return (
    <section className="import-preview" data-testid="import-preview">
      <p>
        <b data-testid="import-counts">
          <Trans>
            Sẽ thêm {added} dòng, cập nhật {updated} dòng; {unchanged} dòng không đổi.
          </Trans>
        </b>{' '}
        {errors > 0 && (
          <span className="is-danger">
            <Trans>▲ Còn {errors} lỗi: sửa trong tệp rồi chọn lại, chưa dòng nào được nhập.</Trans>
          </span>
        )}
      </p>
      <AmbiguousNumbers result={result} onSettle={onSettle} />
      {problems.length > 0 && <ProblemTable problems={problems} />}
    </section>
  )
}

/** Numbers that can be read two ways are never guessed: one question for each column, about that column alone. */
function AmbiguousNumbers({
  result: { problems, tables },
  onSettle,
}: {
  result: ImportResult
  onSettle: (place: TablePlace, settled: TableMapping) => void
}) {
  const byColumn = new Map<string, Problem>()
  for (const problem of problems) {
    if (problem.code !== 'number-format-ambiguous') continue
    const key = `${problem.file}·${problem.sheet}·${problem.column}`
    if (!byColumn.has(key)) byColumn.set(key, problem)
  }
  function answer({ file, sheet, column }: Problem, format: NumberFormat): void {
    const [letter = ''] = column.split(' ')
    for (const table of tables) {
      if (table.file === file && table.sheet === sheet)
        onSettle(table, { numberFormats: { [letter]: format } })
    }
  }
  return [...byColumn.values()].map((problem) => (
    <AmbiguousColumn
      key={`${problem.file}·${problem.sheet}·${problem.column}`}
      problem={problem}
      onAnswer={(format) => answer(problem, format)}
    />
  ))
}

function AmbiguousColumn({
  problem: { file, column, value },
  onAnswer,
}: {
  problem: Problem
  onAnswer: (format: NumberFormat) => void
}) {
  // The question goes away with its buttons: without a focus of its own the dialog would not hear its keys.
  function answer(button: HTMLElement, format: NumberFormat): void {
    button.closest<HTMLElement>('[role=dialog]')?.focus()
    onAnswer(format)
  }
  return (
    <div className="ambiguous" data-testid="import-ambiguous">
      <span>
        <Trans>
          Cột “{column}” của {file} có số đọc được hai cách: “{value}”. Số trong cột viết theo kiểu
          nào?
        </Trans>
      </span>
      <Button
        size="small"
        onClick={({ currentTarget }) => answer(currentTarget, 'vi')}
        data-testid="ambiguous-vi"
      >
        <Trans>Kiểu Việt Nam: 1.234,5</Trans>
      </Button>
      <Button
        size="small"
        onClick={({ currentTarget }) => answer(currentTarget, 'en')}
        data-testid="ambiguous-en"
      >
        <Trans>Kiểu Anh: 1,234.5</Trans>
      </Button>
    </div>
  )
}

function ProblemTable({ problems }: { problems: readonly Problem[] }) {
  const { t } = useLingui()
  const language = useWindow((state) => state.language)
  return (
    // The list scrolls by itself, so the keys must be able to reach it.
    <div
      className="problem-scroll"
      tabIndex={0}
      role="region"
      aria-label={t`Các chỗ chưa hiểu được`}
    >
      <table className="problem-table" data-testid="import-problems">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">
                <Trans>Mức độ</Trans>
              </span>
            </th>
            <th scope="col">
              <Trans>Tệp</Trans>
            </th>
            <th scope="col">
              <Trans>Trang tính</Trans>
            </th>
            <th scope="col" className="is-number">
              <Trans>Dòng</Trans>
            </th>
            <th scope="col">
              <Trans>Cột</Trans>
            </th>
            <th scope="col">
              <Trans>Chỗ cần sửa</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {problems.slice(0, SHOWN).map((problem, i) => (
            // Problems carry no id and never reorder while shown.
            <tr
              key={i}
              data-testid="import-problem"
              data-code={problem.code}
              data-severity={problem.severity}
            >
              <td>
                <SeverityIcon severity={problem.severity} />
              </td>
              <td>{problem.file}</td>
              <td>{problem.sheet}</td>
              <td className="is-number">{problem.row || ''}</td>
              <td>{problem.column}</td>
              <td>{problemSentence(problem, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {problems.length > SHOWN && (
        <p className="is-faint">
          <Trans>
            Hiện {SHOWN} trên {problems.length} chỗ.
          </Trans>
        </p>
      )}
    </div>
  )
}
