import { Button } from '@fluentui/react-components'
import { ChevronDown16Regular, ChevronRight16Regular } from '@fluentui/react-icons'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Project } from '../../core/project.ts'
import type { Flag } from '../../core/rules/rule.ts'
import type { PlanColumns } from '../plan/plan-columns.ts'
import { useAnswer } from '../hooks/use-answer.ts'
import { useWindow } from '../plan/window-store.ts'
import { flagSentence, waiverSentence } from '../wording/sentences.ts'
import { FlagActions } from './flag-actions.tsx'
import { jumpToFlag } from './flag-target.ts'
import { SeverityIcon } from './severity-icon.tsx'

/** A project's flags of every year, each leading to its cell. */
export function ProjectFlags({ columns, project }: { columns: PlanColumns; project: Project }) {
  const flags = useAnswer('flags.of', { subject: `project:${project.id}` })
  if (flags === null) return null
  if (flags.length === 0)
    return (
      <p className="is-faint">
        <Trans>Dự án không có cảnh báo.</Trans>
      </p>
    )
  return (
    <ul className="project-flags" data-testid="inspector-flags">
      {flags.map((flag) => (
        <ProjectFlag
          key={`${flag.code}:${flag.year}:${String(flag.detail['line'] ?? '')}`}
          flag={flag}
          columns={columns}
        />
      ))}
    </ul>
  )
}

/** A flag; what can be done about it is asked for only once it is unfolded, for it costs a look at every line. */
function ProjectFlag({ flag, columns }: { flag: Flag; columns: PlanColumns }) {
  const { t } = useLingui()
  const { unit, language } = useWindow()
  const [isUnfolded, setUnfolded] = useState(false)
  const sentence = flagSentence(flag, language, unit)
  return (
    <li>
      <div className="project-flag">
        <button
          type="button"
          className="plain-button"
          onClick={() => jumpToFlag(flag, columns)}
          data-code={flag.code}
        >
          <SeverityIcon severity={flag.severity} />
          <span>
            {flag.year !== null && <b>{flag.year}: </b>}
            {sentence}
            {flag.waiver && <i> — {waiverSentence(flag.waiver)}</i>}
          </span>
        </button>
        <Button
          size="small"
          appearance="subtle"
          icon={isUnfolded ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
          aria-expanded={isUnfolded}
          aria-label={t`Việc có thể làm: ${sentence}`}
          onClick={() => setUnfolded(!isUnfolded)}
          data-testid="flag-unfold"
        />
      </div>
      {isUnfolded && <FlagActions flag={flag} />}
    </li>
  )
}
