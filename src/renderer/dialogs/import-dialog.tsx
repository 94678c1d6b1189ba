import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  ProgressBar,
  Select,
  Tab,
  TabList,
} from '@fluentui/react-components'
import { DocumentTable20Regular } from '@fluentui/react-icons'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import {
  type ImportResult,
  type ImportUnit,
  NUMBER_FORMATS,
  type NumberFormat,
} from '../../contract/tables.ts'
import { UNITS } from '../../core/money.ts'
import { UNIT_NAMES } from '../../core/wording.ts'
import { copyText } from '../frame/copy-text.ts'
import { useWindow } from '../plan/window-store.ts'
import { NUMBER_FORMAT_LABELS } from '../wording/labels.ts'
import { ChosenTables } from './chosen-tables.tsx'
import { ImportChanges } from './import-changes.tsx'
import { mappingText } from './import-choices.ts'
import { ImportColumns } from './import-columns.tsx'
import { ImportPreview } from './import-preview.tsx'
import { useImport } from './use-import.ts'

/** Files → kinds, unit and number format → what would change and every problem → one undoable change. */
export function ImportDialog() {
  const { t } = useLingui()
  const close = () => useWindow.setState({ dialog: null })
  const run = useImport(close)
  const { choices, result, isBusy } = run
  // Every correction reads anew; the person stays at what they are correcting.
  const [step, setStep] = useState<Step>('preview')
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && close()}>
      <DialogSurface className="wide-dialog" data-testid="import-dialog">
        <DialogBody>
          <DialogTitle>
            <Trans>Nhập bảng từ Excel, CSV</Trans>
          </DialogTitle>
          <DialogContent className="dialog-fields">
            <div className="import-files">
              <Button
                icon={<DocumentTable20Regular />}
                onClick={run.choose}
                data-testid="import-choose"
              >
                <Trans>Chọn tệp…</Trans>
              </Button>
              <ImportOptions run={run} />
            </div>
            {choices.tables.length === 0 ? (
              <p className="is-faint">
                <Trans>
                  Chọn một hay nhiều tệp .xlsx, .csv chứa bảng chương trình, nguồn vốn, nhiệm vụ, dự
                  án hoặc phân bổ. Dòng đã có mã trong kế hoạch được cập nhật, dòng mới được thêm.
                  Nhập xong vẫn hoàn tác được.
                </Trans>
              </p>
            ) : (
              <ChosenTables tables={choices.tables} onKind={run.setKind} onRemove={run.remove} />
            )}
            {run.failure !== null && (
              <MessageBar intent="error" data-testid="import-failure">
                <MessageBarBody>{run.failure}</MessageBarBody>
                {run.canRetry && (
                  <MessageBarActions>
                    <Button size="small" onClick={run.retry} data-testid="import-retry">
                      <Trans>Đọc lại</Trans>
                    </Button>
                  </MessageBarActions>
                )}
              </MessageBar>
            )}
            {isBusy && <ImportProgress share={run.share} onStop={run.stop} />}
            {result && <ImportSteps run={run} result={result} step={step} onStep={setStep} />}
          </DialogContent>
          <DialogActions>
            <Button
              appearance="primary"
              disabled={!run.canApply || isBusy}
              onClick={run.apply}
              data-testid="import-apply"
            >
              <Trans>Nhập vào kế hoạch</Trans>
            </Button>
            <Button onClick={close} aria-label={t`Thôi, không nhập`}>
              <Trans>Thôi</Trans>
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

type Step = 'preview' | 'columns' | 'changes'

/** What the import comes to: the problems first, then how columns were read and what would change. */
function ImportSteps({
  run,
  result,
  step,
  onStep,
}: {
  run: ReturnType<typeof useImport>
  result: ImportResult
  step: Step
  onStep: (step: Step) => void
}) {
  return (
    <>
      <div className="import-files">
        <TabList
          size="small"
          selectedValue={step}
          onTabSelect={(_, { value }) => onStep(value as Step)}
        >
          <Tab value="preview">
            <Trans>Kết quả và chỗ cần sửa</Trans>
          </Tab>
          <Tab value="columns" data-testid="import-step-columns">
            <Trans>Cách đọc cột</Trans>
          </Tab>
          <Tab value="changes" data-testid="import-step-changes">
            <Trans>Từng thay đổi</Trans>
          </Tab>
        </TabList>
        {step === 'columns' && (
          <Button size="small" onClick={() => copyText(mappingText(result.tables, run.choices))}>
            <Trans>Chép cách đọc (JSON)</Trans>
          </Button>
        )}
      </div>
      {step === 'preview' && <ImportPreview result={result} onSettle={run.settle} />}
      {step === 'columns' && <ImportColumns readings={result.tables} onSettle={run.settle} />}
      {step === 'changes' && (
        <ImportChanges result={result} leave={run.choices.leave} onTake={run.take} />
      )}
    </>
  )
}

/** Nothing is written before all is read, so one may stop at any moment. */
function ImportProgress({ share, onStop }: { share: number | null; onStop: () => void }) {
  const { t } = useLingui()
  return (
    <div className="import-files" data-testid="import-progress">
      <ProgressBar
        aria-label={t`Đang đọc bảng`}
        {...(share === null ? {} : { value: share })}
        data-share={share ?? ''}
      />
      {share !== null && <span className="is-number">{Math.floor(share * 100)}%</span>}
      <Button size="small" onClick={onStop} data-testid="import-stop">
        <Trans>Dừng</Trans>
      </Button>
    </div>
  )
}

function ImportOptions({ run }: { run: ReturnType<typeof useImport> }) {
  const { t, i18n } = useLingui()
  const { unit, numberFormat } = run.choices
  const language = useWindow((state) => state.language)
  return (
    <>
      <Field
        label={t`Số tiền trong bảng tính bằng`}
        orientation="horizontal"
        className="inline-field"
      >
        <Select
          size="small"
          value={unit}
          onChange={(_, { value }) => run.setUnit(value as ImportUnit)}
          data-testid="import-unit"
        >
          <option value="auto">{t`Theo ghi chú trên bảng`}</option>
          {UNITS.map((one) => (
            <option key={one} value={one}>
              {UNIT_NAMES[one][language]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t`Kiểu viết số`} orientation="horizontal" className="inline-field">
        <Select
          size="small"
          value={numberFormat}
          onChange={(_, { value }) => run.setNumberFormat(value as NumberFormat)}
          data-testid="import-number-format"
        >
          {NUMBER_FORMATS.map((one) => (
            <option key={one} value={one}>
              {i18n._(NUMBER_FORMAT_LABELS[one])}
            </option>
          ))}
        </Select>
      </Field>
    </>
  )
}
