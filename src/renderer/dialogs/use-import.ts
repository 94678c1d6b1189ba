import { i18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useEffect, useState } from 'react'
import { fromFailure } from '../../contract/failure.ts'
import type { ChosenTable } from '../../contract/methods.ts'
import type { ImportResult, ImportUnit, NumberFormat, TableKind } from '../../contract/tables.ts'
import { getBridge } from '../hooks/bridge.ts'
import { useMethod } from '../hooks/engine-context.tsx'
import { reportError } from '../hooks/report-error.ts'
import { showMessage } from '../plan/message-store.ts'
import { type ImportChoices, countReady, toRequest } from './import-choices.ts'

/** Drives an import: every choice asks the engine anew what it would do; nothing is written before `apply`. */
export function useImport(close: () => void) {
  const [choices, setChoices] = useState<ImportChoices>({
    tables: [],
    unit: 'auto',
    numberFormat: 'auto',
  })
  const [result, setResult] = useState<ImportResult | null>(null)
  const [isBusy, setBusy] = useState(false)
  const preview = useMethod('import.preview')
  const applyImport = useMethod('import.apply')

  useEffect(() => {
    setResult(null)
    if (countReady(choices) === 0) return
    let isCurrent = true
    setBusy(true)
    preview(toRequest(choices))
      .then(
        (found) => isCurrent && setResult(found),
        (error: unknown) => isCurrent && reportError(error),
      )
      .finally(() => isCurrent && setBusy(false))
    return () => {
      isCurrent = false
    }
  }, [choices, preview])

  async function choose(): Promise<void> {
    const outcome = await getBridge().chooseTables()
    if (outcome.status === 'failed') reportError(fromFailure(outcome.failure))
    if (outcome.status !== 'done') return
    const added = outcome.value
    setChoices((before) => ({ ...before, tables: [...before.tables, ...added] }))
  }

  async function apply(): Promise<void> {
    setBusy(true)
    try {
      const { added, updated } = await applyImport(toRequest(choices))
      showMessage({
        intent: 'success',
        title: i18n._(msg`Đã nhập: thêm ${added} dòng, cập nhật ${updated} dòng.`),
      })
      close()
    } catch (error) {
      reportError(error)
    } finally {
      setBusy(false)
    }
  }

  return {
    choices,
    result,
    isBusy,
    canApply: result !== null && !result.problems.some(({ severity }) => severity === 'error'),
    choose: () => void choose().catch(reportError),
    apply: () => void apply(),
    setUnit: (unit: ImportUnit) => setChoices((before) => ({ ...before, unit })),
    setNumberFormat: (numberFormat: NumberFormat) =>
      setChoices((before) => ({ ...before, numberFormat })),
    setKind: (token: string, kind: TableKind | null) =>
      setChoices((before) => withKind(before, token, kind)),
    remove: (token: string) =>
      setChoices((before) => ({
        ...before,
        tables: before.tables.filter((table) => table.token !== token),
      })),
  }
}

function withKind(choices: ImportChoices, token: string, kind: TableKind | null): ImportChoices {
  const tables = choices.tables.map(
    (table): ChosenTable => (table.token === token ? { ...table, kind } : table),
  )
  return { ...choices, tables }
}
