import { useEffect, useRef, useState } from 'react'
import type { FiscalYear } from '../../core/fiscal-year.ts'
import type { Flag } from '../../core/rules/rule.ts'
import { useMethod } from '../hooks/engine-context.tsx'
import { reportError } from '../hooks/report-error.ts'
import { usePlan } from '../plan/plan-store.ts'
import { type FlagRow, groupKey } from './flag-layout.ts'

/** Flags asked for at a time. */
const PAGE = 100

/** The flags of the rows in view, asked for by the page as they come into view; undefined until they are there. */
export function useFlagPages(
  rows: readonly FlagRow[],
  year: FiscalYear | null,
): (row: FlagRow) => Flag | undefined {
  const readPage = useMethod('flags.page')
  const revision = usePlan((state) => state.revision)
  const asOf = `${revision}:${year ?? ''}`
  const pages = useRef(new Map<string, readonly Flag[]>())
  const asked = useRef(new Set<string>())
  const [, setArrived] = useState(0)

  useEffect(() => {
    // What an older plan's page said is shown until the new one is there, then let go.
    asked.current = new Set()
  }, [asOf])

  useEffect(() => {
    for (const row of rows) {
      if (row.kind !== 'flag') continue
      const key = pageKey(row)
      if (asked.current.has(key)) continue
      asked.current.add(key)
      const { severity, code, isWaived } = row.group
      const from = Math.floor(row.at / PAGE) * PAGE
      readPage({ severity, code, isWaived, year, from, count: PAGE }).then((flags) => {
        pages.current.set(key, flags)
        setArrived((count) => count + 1)
      }, reportError)
    }
  }, [rows, asOf, readPage, year])

  return (row) =>
    row.kind === 'flag' ? pages.current.get(pageKey(row))?.[row.at % PAGE] : undefined
}

function pageKey(row: FlagRow & { kind: 'flag' }): string {
  return `${groupKey(row.group)}:${Math.floor(row.at / PAGE)}`
}
