import { Button } from '@fluentui/react-components'
import { ChevronDown16Regular, ChevronRight16Regular } from '@fluentui/react-icons'
import { Trans, useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, useMemo, useState } from 'react'
import type { FiscalYear } from '../../core/fiscal-year.ts'
import { findRule } from '../../core/rules/catalogue.ts'
import type { FlagGroup } from '../../core/rules/flag-groups.ts'
import type { Flag } from '../../core/rules/rule.ts'
import type { RuleCode, SubjectKind } from '../../core/rules/rule-code.ts'
import { nameRule, nameTrust } from '../../core/wording.ts'
import type { PlanColumns } from '../plan/plan-columns.ts'
import { useWindow } from '../plan/window-store.ts'
import { flagSentence, waiverSentence } from '../wording/sentences.ts'
import { FlagActions } from './flag-actions.tsx'
import { jumpToFlag } from './flag-target.ts'
import { FlagLayout, type FlagRow, groupKey } from './flag-layout.ts'
import { SeverityIcon } from './severity-icon.tsx'
import { useFlagPages } from './use-flag-pages.ts'
import { useRowWindow } from './use-row-window.ts'

/** Height of one row, px. */
const ROW = 28

/** Flags by severity and rule, one sentence each; only the rows in view are asked for and in the document. */
export function FlagsList({
  groups,
  columns,
  year,
}: {
  groups: readonly FlagGroup[]
  columns: PlanColumns
  year: FiscalYear | null
}) {
  const { t } = useLingui()
  const [opened, toggleOpened] = useToggled()
  const [closed, toggleClosed] = useToggled()
  const layout = useMemo(() => new FlagLayout(groups, opened, closed), [groups, opened, closed])
  const { ref, first, last, onScroll } = useRowWindow(layout.count, ROW)
  const rows = useMemo(() => rowsOf(layout, first, last), [layout, first, last])
  const flagAt = useFlagPages(rows, year)
  return (
    <div
      ref={ref}
      className="flags-list"
      onScroll={onScroll}
      onKeyDown={walkRows}
      role="region"
      aria-label={t`Danh sách cảnh báo`}
      // A region that scrolls must be reachable with the keys alone.
      tabIndex={0}
      data-testid="flags-list"
    >
      <div style={{ height: layout.count * ROW, position: 'relative' }}>
        {rows.map((row, i) => (
          <div
            key={first + i}
            className="flags-row"
            style={{ top: (first + i) * ROW, height: ROW }}
          >
            <RowContent
              row={row}
              flag={flagAt(row)}
              columns={columns}
              isClosed={closed.has(groupKey(row.group))}
              isOpened={opened.has(groupKey(row.group))}
              onClose={toggleClosed}
              onOpen={toggleOpened}
            />
          </div>
        ))}
      </div>
    </div>
  )
}

function rowsOf(layout: FlagLayout, first: number, last: number): FlagRow[] {
  return Array.from({ length: last - first }, (_, i) => layout.rowAt(first + i)).filter(
    (row) => row !== null,
  )
}

interface RowProps {
  readonly row: FlagRow
  readonly flag: Flag | undefined
  readonly columns: PlanColumns
  readonly isClosed: boolean
  readonly isOpened: boolean
  readonly onClose: (key: string) => void
  readonly onOpen: (key: string) => void
}

function RowContent({ row, flag, columns, ...heading }: RowProps) {
  switch (row.kind) {
    case 'heading':
      return <RuleHeading group={row.group} {...heading} />
    case 'basis':
      return <RuleBasis code={row.group.code} />
    case 'flag':
      return flag ? <FlagLine flag={flag} columns={columns} /> : <div className="flags-line" />
  }
}

function RuleHeading({
  group,
  isClosed,
  isOpened,
  onClose,
  onOpen,
}: Omit<RowProps, 'row' | 'flag' | 'columns'> & { group: FlagGroup }) {
  const { t } = useLingui()
  const language = useWindow((state) => state.language)
  const key = groupKey(group)
  return (
    <div className="flags-heading" data-testid={`flags-rule-${group.code}`}>
      <button
        type="button"
        className="plain-button"
        aria-expanded={!isClosed}
        onClick={() => onClose(key)}
      >
        {isClosed ? <ChevronRight16Regular /> : <ChevronDown16Regular />}
        <SeverityIcon severity={group.severity} />
        <b>{nameRule(group.code, language)}</b>
        <span className="is-faint">({group.count})</span>
        {group.isWaived && <span className="waived-mark">{t`đã chấp nhận`}</span>}
      </button>
      <Button size="small" appearance="subtle" aria-expanded={isOpened} onClick={() => onOpen(key)}>
        <Trans>Căn cứ</Trans>
      </Button>
    </div>
  )
}

function RuleBasis({ code }: { code: RuleCode }) {
  const language = useWindow((state) => state.language)
  const { source, trust } = findRule(code)
  return (
    <p
      className="flags-basis"
      title={`${source} (${nameTrust(trust, language)})`}
      data-testid="flag-basis"
    >
      {source}{' '}
      <span className="trust-mark" data-trust={trust}>
        {nameTrust(trust, language)}
      </span>
    </p>
  )
}

function FlagLine({ flag, columns }: { flag: Flag; columns: PlanColumns }) {
  const { t } = useLingui()
  const { unit, language } = useWindow()
  const { kind, id, code } = flag.subject
  const name = subjectName(columns, kind, id)
  const sentence = flagSentence(flag, language, unit)
  return (
    <div className="flags-entry" data-testid="flag-entry" data-waived={flag.waiver !== null}>
      <button
        type="button"
        className="flags-line"
        title={[`${code} — ${name}`, sentence, flag.waiver && waiverSentence(flag.waiver)]
          .filter(Boolean)
          .join('\n')}
        onClick={() => jumpToFlag(flag, columns)}
        data-testid="flag-line"
        data-code={flag.code}
        data-subject={code}
        data-year={flag.year ?? ''}
      >
        <span className="flags-code">{code}</span>
        <span className="flags-name">{name}</span>
        <span className="flags-year">{flag.year ?? t`cả kỳ`}</span>
        <span className="flags-sentence">
          {sentence}
          {flag.waiver && <i> — {waiverSentence(flag.waiver)}</i>}
        </span>
      </button>
      <FlagActions flag={flag} />
    </div>
  )
}

function subjectName(columns: PlanColumns, kind: SubjectKind, id: number): string {
  switch (kind) {
    case 'project':
      return columns.project(id)?.name ?? ''
    case 'line':
      return columns.line(id)?.name ?? ''
    case 'task':
      return columns.tasks.find((task) => task.id === id)?.name ?? ''
    case 'plan':
      return columns.settings.title
  }
}

function useToggled(): [ReadonlySet<string>, (key: string) => void] {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  function toggle(key: string): void {
    setKeys((before) => {
      const after = new Set(before)
      if (!after.delete(key)) after.add(key)
      return after
    })
  }
  return [keys, toggle]
}

function walkRows(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const buttons = [
    ...event.currentTarget.querySelectorAll<HTMLElement>('.flags-line, .plain-button'),
  ]
  const at = buttons.indexOf(document.activeElement as HTMLElement)
  const next = buttons[at + (event.key === 'ArrowDown' ? 1 : -1)]
  if (!next) return
  event.preventDefault()
  next.focus()
}
