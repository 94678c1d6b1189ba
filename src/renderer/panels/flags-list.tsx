import { Button } from '@fluentui/react-components'
import { ChevronDown16Regular, ChevronRight16Regular } from '@fluentui/react-icons'
import { Trans, useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, useMemo, useState } from 'react'
import type { Flag } from '../../core/rules/rule.ts'
import { nameRule, nameTrust } from '../../core/wording.ts'
import type { PlanColumns } from '../plan/plan-columns.ts'
import { useWindow } from '../plan/window-store.ts'
import { flagSentence } from '../wording/sentences.ts'
import { jumpToFlag } from './flag-target.ts'
import { type FlagRow, flagRows } from './flag-rows.ts'
import { SeverityIcon } from './severity-icon.tsx'
import { useRowWindow } from './use-row-window.ts'

/** Height of one row, px. */
const ROW = 28

/** Flags by severity and rule, one sentence each; only the rows in view are in the document. */
export function FlagsList({ flags, columns }: { flags: readonly Flag[]; columns: PlanColumns }) {
  const { t } = useLingui()
  const [opened, toggleOpened] = useToggled()
  const [closed, toggleClosed] = useToggled()
  const rows = useMemo(() => flagRows(flags, opened, closed), [flags, opened, closed])
  const { ref, first, last, onScroll } = useRowWindow(rows.length, ROW)
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
      <div style={{ height: rows.length * ROW, position: 'relative' }}>
        {rows.slice(first, last).map((row, i) => (
          <div key={row.key} className="flags-row" style={{ top: (first + i) * ROW, height: ROW }}>
            <RowContent
              row={row}
              columns={columns}
              isClosed={closed.has(row.key)}
              isOpened={opened.has(row.key)}
              onClose={toggleClosed}
              onOpen={toggleOpened}
            />
          </div>
        ))}
      </div>
    </div>
  )
}

interface RowProps {
  readonly row: FlagRow
  readonly columns: PlanColumns
  readonly isClosed: boolean
  readonly isOpened: boolean
  readonly onClose: (key: string) => void
  readonly onOpen: (key: string) => void
}

function RowContent({ row, columns, isClosed, isOpened, onClose, onOpen }: RowProps) {
  switch (row.kind) {
    case 'rule':
      return (
        <RuleHeading
          row={row}
          isClosed={isClosed}
          isOpened={isOpened}
          onClose={onClose}
          onOpen={onOpen}
        />
      )
    case 'basis':
      return <RuleBasis row={row} />
    case 'flag':
      return <FlagLine flag={row.flag} columns={columns} />
  }
}

function RuleHeading({
  row,
  isClosed,
  isOpened,
  onClose,
  onOpen,
}: Omit<RowProps, 'row' | 'columns'> & { row: FlagRow & { kind: 'rule' } }) {
  const language = useWindow((state) => state.language)
  return (
    <div className="flags-heading" data-testid={`flags-rule-${row.rule.code}`}>
      <button
        type="button"
        className="plain-button"
        aria-expanded={!isClosed}
        onClick={() => onClose(row.key)}
      >
        {isClosed ? <ChevronRight16Regular /> : <ChevronDown16Regular />}
        <SeverityIcon severity={row.severity} />
        <b>{nameRule(row.rule.code, language)}</b>
        <span className="is-faint">({row.count})</span>
      </button>
      <Button
        size="small"
        appearance="subtle"
        aria-expanded={isOpened}
        onClick={() => onOpen(row.key)}
      >
        <Trans>Căn cứ</Trans>
      </Button>
    </div>
  )
}

function RuleBasis({ row }: { row: FlagRow & { kind: 'basis' } }) {
  const language = useWindow((state) => state.language)
  const text = `${row.rule.source} (${nameTrust(row.rule.trust, language)})`
  return (
    <p className="flags-basis" title={text} data-testid="flag-basis">
      {row.rule.source}{' '}
      <span className="trust-mark" data-trust={row.rule.trust}>
        {nameTrust(row.rule.trust, language)}
      </span>
    </p>
  )
}

function FlagLine({ flag, columns }: { flag: Flag; columns: PlanColumns }) {
  const { t } = useLingui()
  const { unit, language } = useWindow()
  const { kind, id, code } = flag.subject
  const name = (kind === 'project' ? columns.project(id) : columns.line(id))?.name ?? ''
  const sentence = flagSentence(flag, language, unit)
  return (
    <button
      type="button"
      className="flags-line"
      title={`${code} — ${name}\n${sentence}`}
      onClick={() => jumpToFlag(flag, columns)}
      data-testid="flag-line"
      data-code={flag.code}
      data-subject={code}
      data-year={flag.year ?? ''}
    >
      <span className="flags-code">{code}</span>
      <span className="flags-name">{name}</span>
      <span className="flags-year">{flag.year ?? t`cả kỳ`}</span>
      <span className="flags-sentence">{sentence}</span>
    </button>
  )
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
