import { FluentProvider } from '@fluentui/react-components'
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { useEffect } from 'react'
import { CompareDialog } from './dialogs/compare-dialog.tsx'
import { DraftsDialog } from './dialogs/drafts-dialog.tsx'
import { ExportDialog } from './dialogs/export-dialog.tsx'
import { FlagDialog } from './dialogs/flag-dialog.tsx'
import { ImportDialog } from './dialogs/import-dialog.tsx'
import { EntryDialog } from './entry/entry-dialog.tsx'
import { CommandBar } from './frame/command-bar.tsx'
import { MessageArea } from './frame/message-area.tsx'
import { Rail } from './frame/rail.tsx'
import { ScreenArea } from './frame/screen-area.tsx'
import { StatusBar } from './frame/status-bar.tsx'
import { TitleBar } from './frame/title-bar.tsx'
import { EngineProvider, useEngine } from './hooks/engine-context.tsx'
import type { EngineClient } from './hooks/engine-client.ts'
import { reportError } from './hooks/report-error.ts'
import { useCommands } from './hooks/use-commands.ts'
import { useDark } from './hooks/use-dark.ts'
import { useEngineStatus } from './hooks/use-engine-status.ts'
import { useKeys } from './hooks/use-keys.ts'
import { usePreferences } from './hooks/use-preferences.ts'
import { CommandPalette } from './palette/command-palette.tsx'
import { ShortcutSheet } from './palette/shortcut-sheet.tsx'
import { Inspector } from './panels/inspector.tsx'
import { followEngine } from './plan/follow-engine.ts'
import { followHolds } from './plan/hold-store.ts'
import { usePlan } from './plan/plan-store.ts'
import { useWindow } from './plan/window-store.ts'
import { DARK_THEME, LIGHT_THEME } from './theme.ts'

/** The window: providers outside, frame inside. */
export function App({ client }: { client: EngineClient }) {
  const isDark = useDark()
  return (
    <EngineProvider value={client}>
      <I18nProvider i18n={i18n}>
        <FluentProvider
          theme={isDark ? DARK_THEME : LIGHT_THEME}
          className={isDark ? 'app-theme is-dark' : 'app-theme'}
        >
          <Frame />
        </FluentProvider>
      </I18nProvider>
    </EngineProvider>
  )
}

function Frame() {
  const engine = useEngine()
  const commands = useCommands()
  const [status, dismissStatus] = useEngineStatus()
  const isInspectorOpen = useWindow((state) => state.isInspectorOpen)
  const dialog = useWindow((state) => state.dialog)
  const isReady = useIsReady()
  const isComplete = usePlan((state) => state.hasFlags)
  usePreferences()
  useKeys(commands)
  useEffect(() => followEngine(engine, reportError), [engine])
  useEffect(() => followHolds(engine, reportError), [engine])
  useYearWithinPlan()
  return (
    <div className="frame" data-testid="app" data-ready={isReady} data-complete={isComplete}>
      <header>
        <TitleBar />
        <CommandBar commands={commands} />
      </header>
      <div className="frame-body">
        <Rail />
        <main className="centre" data-region="centre">
          <MessageArea status={status} onDismissStatus={dismissStatus} commands={commands} />
          <ScreenArea commands={commands} />
        </main>
        {isInspectorOpen && <Inspector />}
      </div>
      <StatusBar />
      {dialog === 'import' && <ImportDialog />}
      {dialog === 'compare' && <CompareDialog commands={commands} />}
      {dialog === 'drafts' && <DraftsDialog commands={commands} />}
      {dialog === 'export' && <ExportDialog commands={commands} />}
      <FlagDialog />
      <EntryDialog />
      {dialog === 'palette' && <CommandPalette commands={commands} />}
      {dialog === 'shortcuts' && <ShortcutSheet />}
    </div>
  )
}

function useIsReady(): boolean {
  const isPainted = useWindow((state) => state.isMatrixPainted)
  const isLoading = usePlan((state) => state.isLoading)
  const isEmpty = usePlan((state) => state.columns?.projectIds.length === 0)
  return !isLoading && (isPainted || isEmpty)
}

/** A plan of other years must not leave the window in a year it does not have. */
function useYearWithinPlan(): void {
  const columns = usePlan((state) => state.columns)
  useEffect(() => {
    const [first] = columns?.years ?? []
    const { year } = useWindow.getState()
    if (first !== undefined && !columns?.years.includes(year)) useWindow.setState({ year: first })
  }, [columns])
}
