import { i18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useMemo } from 'react'
import type { Bridge, Outcome } from '../../contract/bridge.ts'
import { fromFailure } from '../../contract/failure.ts'
import type { Access } from '../../contract/methods.ts'
import { WorkbenchError } from '../../core/error.ts'
import type { FileState } from '../../contract/plan-view.ts'
import type { ExportWhat } from '../../contract/tables.ts'
import type { Unit } from '../../core/money.ts'
import { showMessage } from '../plan/message-store.ts'
import { afterOpenEntry } from '../plan/open-entry.ts'
import { usePlan } from '../plan/plan-store.ts'
import { useWindow } from '../plan/window-store.ts'
import { errorSentence } from '../wording/sentences.ts'
import { getBridge } from './bridge.ts'
import type { EngineClient } from './engine-client.ts'
import { useEngine } from './engine-context.tsx'
import { reportError } from './report-error.ts'

/** What the command bar, the keys and the native menu carry out; failures are shown, never thrown. */
export type Commands = ReturnType<typeof createCommands>

/** The commands of this window. */
export function useCommands(): Commands {
  const engine = useEngine()
  return useMemo(() => createCommands(engine, getBridge()), [engine])
}

function createCommands(engine: EngineClient, bridge: Bridge) {
  const change = (file: Promise<Outcome<FileState>>) =>
    settle(file, (state) => usePlan.setState({ file: state }))
  const saved = (file: Promise<Outcome<FileState>>) =>
    settle(file, (state) => {
      usePlan.setState({ file: state })
      showMessage({ intent: 'success', title: i18n._(msg`Đã lưu vào tệp ${state.name}.`) })
    })
  const step = (method: 'plan.undo' | 'plan.redo') => () =>
    void afterOpenEntry(() => engine.call(method, {})).catch(reportStep)
  return {
    newWorkbook: () => afterOpenEntry(() => change(bridge.newWorkbook())),
    openWorkbook: () => afterOpenEntry(() => change(bridge.openWorkbook())),
    openRecent: (index: number) => afterOpenEntry(() => change(bridge.openRecent(index))),
    openSample: () => afterOpenEntry(() => change(bridge.openSample())),
    reopen: (access: Access) => afterOpenEntry(() => change(bridge.reopen(access))),
    openDraft: (id: string) => afterOpenEntry(() => change(bridge.openDraft(id))),
    save: () => afterOpenEntry(() => saved(bridge.save())),
    saveAs: () => afterOpenEntry(() => saved(bridge.saveAs())),
    undo: step('plan.undo'),
    redo: step('plan.redo'),
    showImport: () => useWindow.setState({ dialog: 'import' }),
    showCompare: () => useWindow.setState({ dialog: 'compare' }),
    viewFile: () => settle(bridge.viewFile(), () => undefined),
    showExport: () => useWindow.setState({ dialog: 'export' }),
    exportTable: (what: ExportWhat, unit: Unit) =>
      settle(bridge.exportTable(what, unit), (path) =>
        showMessage({ intent: 'success', title: i18n._(msg`Đã xuất ra tệp ${path}.`) }),
      ),
  }
}

/** Nothing left to step is news, not a fault. */
function reportStep(error: unknown): void {
  const isEnd = error instanceof WorkbenchError && error.code.startsWith('nothing-to-')
  if (!isEnd) return reportError(error)
  const { language } = useWindow.getState()
  showMessage({ intent: 'info', title: errorSentence(error, language) })
}

/** Carries on with what the main process did; true unless it failed or the person cancelled. */
async function settle<T>(
  outcome: Promise<Outcome<T>>,
  carryOn: (value: T) => void,
): Promise<boolean> {
  try {
    const result = await outcome
    if (result.status === 'failed') reportError(fromFailure(result.failure))
    if (result.status !== 'done') return false
    carryOn(result.value)
    return true
  } catch (error) {
    reportError(error)
    return false
  }
}
