import { Button, useRestoreFocusTarget } from '@fluentui/react-components'
import { Trans } from '@lingui/react/macro'
import type { Flag } from '../../core/rules/rule.ts'
import { useMethod } from '../hooks/engine-context.tsx'
import { reportError } from '../hooks/report-error.ts'
import { useAnswer } from '../hooks/use-answer.ts'
import { type FlagQuestion, askAboutFlag, targetOf } from '../plan/flag-dialog-store.ts'

/** What can be done about a flag: mend it where that is mechanical, accept it or take that back, look behind it. */
export function FlagActions({ flag }: { flag: Flag }) {
  const restoreFocus = useRestoreFocusTarget()
  const unwaive = useMethod('flags.unwaive')
  const button = (question: FlagQuestion) => ({
    ...restoreFocus,
    size: 'small' as const,
    appearance: 'subtle' as const,
    onClick: () => askAboutFlag(question, flag),
    'data-testid': `flag-${question}`,
  })
  return (
    <span className="flag-actions">
      {flag.waiver ? (
        <Button
          size="small"
          appearance="subtle"
          onClick={() => void unwaive(targetOf(flag)).catch(reportError)}
          data-testid="flag-unwaive"
        >
          <Trans>Bỏ chấp nhận</Trans>
        </Button>
      ) : (
        <>
          <FixButton flag={flag} button={button('fix')} />
          <Button {...button('waive')}>
            <Trans>Chấp nhận…</Trans>
          </Button>
        </>
      )}
      <Button {...button('explain')}>
        <Trans>Giải thích</Trans>
      </Button>
    </span>
  )
}

function FixButton({ flag, button }: { flag: Flag; button: Parameters<typeof Button>[0] }) {
  const answer = useAnswer('flags.fixes', targetOf(flag))
  if (!answer || answer.fixes.length === 0) return null
  return (
    <Button {...button}>
      <Trans context="flag">Sửa</Trans>
    </Button>
  )
}
