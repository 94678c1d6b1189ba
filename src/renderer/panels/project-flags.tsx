import { Trans } from '@lingui/react/macro'
import type { Project } from '../../core/project.ts'
import type { PlanColumns } from '../plan/plan-columns.ts'
import { useAnswer } from '../hooks/use-answer.ts'
import { useWindow } from '../plan/window-store.ts'
import { flagSentence } from '../wording/sentences.ts'
import { jumpToFlag } from './flag-target.ts'
import { SeverityIcon } from './severity-icon.tsx'

/** A project's flags of every year, each leading to its cell. */
export function ProjectFlags({ columns, project }: { columns: PlanColumns; project: Project }) {
  const { unit, language } = useWindow()
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
        <li key={`${flag.code}:${flag.year}:${String(flag.detail['line'] ?? '')}`}>
          <button
            type="button"
            className="plain-button"
            onClick={() => jumpToFlag(flag, columns)}
            data-code={flag.code}
          >
            <SeverityIcon severity={flag.severity} />
            <span>
              {flag.year !== null && <b>{flag.year}: </b>}
              {flagSentence(flag, language, unit)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
