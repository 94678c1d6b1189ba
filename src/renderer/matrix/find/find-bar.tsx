import { Button, Input } from '@fluentui/react-components'
import { ArrowDown16Regular, ArrowUp16Regular, Dismiss16Regular } from '@fluentui/react-icons'
import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { create } from 'zustand'
import { searchText } from '../filter/project-filter.ts'
import type { Hands } from '../hands.ts'
import { selectCell } from '../range/selection.ts'
import { select } from '../range/selection-store.ts'
import { focusAnchor } from '../range/use-range-mouse.ts'
import { findRows, nextMatch } from './find-matches.ts'

/** Whether the find bar is open; `serial` counts every time it was asked for. */
const useFind = create<{ readonly isOpen: boolean; readonly serial: number }>(() => ({
  isOpen: false,
  serial: 0,
}))

/** Opens the find bar, or puts the caret into it again. */
export function openFind(): void {
  useFind.setState(({ serial }) => ({ isOpen: true, serial: serial + 1 }))
}

/** Looks for projects among the rows shown, whatever the diacritics, and goes from one to the next. */
export function FindBar({ hands }: { hands: Hands | null }) {
  const { t } = useLingui()
  const { isOpen, serial } = useFind()
  const input = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(-1)
  useEffect(() => input.current?.select(), [serial])
  const found = useMemo(() => (hands && isOpen ? search(hands, query) : []), [hands, isOpen, query])
  if (!isOpen || !hands) return null

  function go(step: 1 | -1): void {
    const next = nextMatch(found.length, at, step)
    const row = found[next]
    setAt(next)
    if (hands && row !== undefined) show(hands, row)
  }
  function close(): void {
    useFind.setState({ isOpen: false })
    if (hands) focusAnchor(hands)
  }
  function press(event: KeyboardEvent): void {
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) go(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
  }
  return (
    <div className="find-bar" role="search" data-testid="find-bar">
      <Input
        size="small"
        type="search"
        autoFocus
        placeholder={t`Tìm dự án`}
        aria-label={t`Tìm dự án theo mã, tên, địa bàn`}
        value={query}
        onKeyDown={press}
        onChange={(_, { value }) => {
          setQuery(value)
          setAt(-1)
        }}
        input={{ ref: input, 'data-testid': 'find-text' } as object}
      />
      <span className="tabular" aria-live="polite" data-testid="find-count">
        {query.trim() === '' ? '' : `${at + 1}/${found.length}`}
      </span>
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowUp16Regular />}
        aria-label={t`Kết quả trước (Shift+Enter)`}
        onClick={() => go(-1)}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowDown16Regular />}
        aria-label={t`Kết quả sau (Enter)`}
        onClick={() => go(1)}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<Dismiss16Regular />}
        aria-label={t`Đóng ô tìm (Esc)`}
        onClick={close}
      />
    </div>
  )
}

function search({ order, columns }: Hands, query: string) {
  const rows = order.read().rows.flatMap((row) => {
    const project = typeof row === 'number' ? columns.project(row) : undefined
    return project ? [{ row, text: searchText(project) }] : []
  })
  return findRows(rows, query)
}

function show({ api, order }: Hands, row: ReturnType<typeof findRows>[number]): void {
  api.ensureIndexVisible(order.read().indexOfRow(row), 'middle')
  select(selectCell({ row, column: 'name' }))
  const node = api.getRowNode(String(row))
  if (node) api.flashCells({ rowNodes: [node], columns: ['code', 'name'] })
}
