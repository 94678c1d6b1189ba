import {
  BuildingBank20Regular,
  ClipboardTaskListLtr20Regular,
  History20Regular,
  Scales20Regular,
  Table20Regular,
  TaskListSquareLtr20Regular,
  Warning20Regular,
} from '@fluentui/react-icons'
import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { SCREENS, type Screen, showScreen, useWindow } from '../plan/window-store.ts'
import { usePlan } from '../plan/plan-store.ts'
import { SCREEN_LABELS } from '../wording/labels.ts'

const ICONS: Readonly<Record<Screen, ReactNode>> = {
  matrix: <Table20Regular />,
  lines: <BuildingBank20Regular />,
  projects: <TaskListSquareLtr20Regular />,
  tasks: <ClipboardTaskListLtr20Regular />,
  flags: <Warning20Regular />,
  policy: <Scales20Regular />,
  history: <History20Regular />,
}

/** The screens, as icons with words. */
export function Rail() {
  const { i18n, t } = useLingui()
  const current = useWindow((state) => state.screen)
  return (
    <nav className="rail" aria-label={t`Màn hình`} data-region="rail" data-testid="rail">
      {SCREENS.map((screen) => (
        <button
          key={screen}
          type="button"
          className="rail-item"
          aria-current={screen === current ? 'page' : undefined}
          onClick={() => showScreen(screen)}
          data-testid={`rail-${screen}`}
        >
          {ICONS[screen]}
          <span className="rail-word">{i18n._(SCREEN_LABELS[screen])}</span>
          {screen === 'flags' && <FlagCount />}
        </button>
      ))}
    </nav>
  )
}

function FlagCount() {
  const { t } = useLingui()
  const columns = usePlan((state) => state.columns)
  usePlan((state) => state.revision)
  usePlan((state) => state.hasFlags)
  const count = columns?.flagCount ?? 0
  if (count === 0) return null
  return (
    <span
      className="rail-count"
      data-testid="flag-count"
      title={t`${count} cảnh báo trong cả kế hoạch`}
    >
      {count}
    </span>
  )
}
