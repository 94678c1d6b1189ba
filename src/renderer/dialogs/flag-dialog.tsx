import { Dialog, DialogSurface } from '@fluentui/react-components'
import type { PlanColumns } from '../plan/plan-columns.ts'
import { type OpenFlagDialog, closeFlagDialog, useFlagDialog } from '../plan/flag-dialog-store.ts'
import { usePlan } from '../plan/plan-store.ts'
import { FlagExplanations } from './flag-explanations.tsx'
import { FlagFixes } from './flag-fixes.tsx'
import { WaiveFlag } from './waive-flag.tsx'

/** The dialog about a flag, where one is open. */
export function FlagDialog() {
  const open = useFlagDialog((state) => state.open)
  const columns = usePlan((state) => state.columns)
  if (!open || !columns) return null
  return (
    <Dialog open onOpenChange={(_, { open: isOpen }) => !isOpen && closeFlagDialog()}>
      <DialogSurface className="flag-dialog" data-testid={`flag-${open.question}-dialog`}>
        <FlagQuestionBody {...open} columns={columns} />
      </DialogSurface>
    </Dialog>
  )
}

function FlagQuestionBody({ question, flag, columns }: OpenFlagDialog & { columns: PlanColumns }) {
  switch (question) {
    case 'explain':
      return <FlagExplanations flag={flag} columns={columns} />
    case 'fix':
      return <FlagFixes flag={flag} columns={columns} />
    case 'waive':
      return <WaiveFlag flag={flag} />
  }
}
