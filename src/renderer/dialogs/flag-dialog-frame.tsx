import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { closeFlagDialog } from '../plan/flag-dialog-store.ts'

/** The title, content and buttons of a dialog about a flag; the last button closes it. */
export function FlagDialogFrame({
  title,
  closeLabel,
  action,
  children,
}: {
  title: string
  closeLabel: string
  action?: ReactNode
  children: ReactNode
}) {
  return (
    <DialogBody>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent className="flag-dialog-content" tabIndex={0}>
        {children}
      </DialogContent>
      <DialogActions>
        {action}
        <Button onClick={closeFlagDialog} data-testid="flag-dialog-close">
          {closeLabel}
        </Button>
      </DialogActions>
    </DialogBody>
  )
}
