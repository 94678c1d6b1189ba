import type { Commands } from '../hooks/use-commands.ts'
import { AllocationMatrix } from '../matrix/allocation-matrix.tsx'
import { usePlan } from '../plan/plan-store.ts'
import { useWindow } from '../plan/window-store.ts'
import { FlagsScreen } from '../screens/flags-screen.tsx'
import { HistoryScreen } from '../screens/history-screen.tsx'
import { LinesScreen } from '../screens/lines-screen.tsx'
import { PolicyScreen } from '../screens/policy-screen.tsx'
import { ProjectsScreen } from '../screens/projects-screen.tsx'
import { TasksScreen } from '../screens/tasks-screen.tsx'
import { EmptyPlan, StartState } from './empty-state.tsx'
import { LoadingState } from './loading-state.tsx'

/** The centre of the window: the screen chosen in the rail, or how to start. */
export function ScreenArea({ commands }: { commands: Commands }) {
  const screen = useWindow((state) => state.screen)
  const columns = usePlan((state) => state.columns)
  const isLoading = usePlan((state) => state.isLoading)
  if (!columns) return isLoading ? <LoadingState /> : <StartState commands={commands} />
  switch (screen) {
    case 'matrix':
      return columns.projectIds.length === 0 ? (
        <EmptyPlan commands={commands} />
      ) : (
        <AllocationMatrix columns={columns} />
      )
    case 'lines':
      return <LinesScreen columns={columns} />
    case 'projects':
      return <ProjectsScreen columns={columns} />
    case 'tasks':
      return <TasksScreen />
    case 'flags':
      return <FlagsScreen columns={columns} />
    case 'policy':
      return <PolicyScreen columns={columns} />
    case 'history':
      return <HistoryScreen />
  }
}
