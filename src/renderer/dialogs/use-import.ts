import { i18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useCallback, useEffect, useState } from 'react'
import { fromFailure } from '../../contract/failure.ts'
import type { ChosenTable } from '../../contract/methods.ts'
import type {
  ImportResult,
  ImportUnit,
  NumberFormat,
  TableKind,
  TableMapping,
} from '../../contract/tables.ts'
import { getBridge } from '../hooks/bridge.ts'
import { useMethod } from '../hooks/engine-context.tsx'
import { showMessage } from '../plan/message-store.ts'
import { useWindow } from '../plan/window-store.ts'
import { errorSentence } from '../wording/sentences.ts'
import {
  type ImportChoices,
  NO_CHOICES,
  type TablePlace,
  countReady,
  settleAlike,
  settleTable,
  tableKey,
  takeEntry,
  toRequest,
} from './import-choices.ts'
import { recallMapping, rememberMapping } from './remembered-mappings.ts'
import { useWatchedWork } from './use-watched-work.ts'

/** Drives an import: every choice asks the engine anew what it would do; nothing is written before `apply`. */
export function useImport(close: () => void) {
  const [choices, setChoices] = useState<ImportChoices>(NO_CHOICES)
  const [result, setResult] = useState<ImportResult | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const preview = useMethod('import.preview')
  const applyImport = useMethod('import.apply')
  const { share, stop, watch, end, hide } = useWatchedWork()
  const tell = (error: unknown) => setFailure(errorSentence(error, useWindow.getState().language))

  const rest = useCallback(() => {
    setBusy(false)
    end()
  }, [end])

  // What was found before stays in sight, and the focus in it, until the new answer is there.
  useEffect(() => {
    setFailure(null)
    if (countReady(choices) === 0) {
      setResult(null)
      return
    }
    let isCurrent = true
    setBusy(true)
    preview(toRequest(choices), watch())
      .then(
        (found) => {
          if (!isCurrent) return
          const recalled = recallAll(choices, found)
          if (recalled) setChoices(recalled)
          else setResult(found)
        },
        (error: unknown) => {
          if (!isCurrent) return
          setResult(null)
          tell(error)
        },
      )
      .finally(() => isCurrent && rest())
    return () => {
      isCurrent = false
      rest()
    }
  }, [choices, preview, watch, rest])

  async function choose(): Promise<void> {
    const outcome = await getBridge().chooseTables().finally(hide)
    if (outcome.status === 'failed') tell(fromFailure(outcome.failure))
    if (outcome.status !== 'done') return
    const added = outcome.value
    setChoices((before) => ({ ...before, tables: [...before.tables, ...added] }))
  }

  async function apply(): Promise<void> {
    setBusy(true)
    try {
      const { added, updated, tables } = await applyImport(toRequest(choices), watch())
      for (const reading of tables)
        rememberMapping(reading, choices.mappings[tableKey(reading)] ?? {})
      showMessage({
        intent: 'success',
        title: i18n._(msg`Đã nhập: thêm ${added} dòng, cập nhật ${updated} dòng.`),
      })
      close()
    } catch (error) {
      tell(error)
    } finally {
      rest()
    }
  }

  return {
    choices,
    result,
    isBusy: isBusy || share !== null,
    share,
    stop,
    failure,
    /** Nothing is under way and the last preview came to nothing: it may be asked for again. */
    canRetry: !isBusy && share === null && result === null && countReady(choices) > 0,
    retry: () => setChoices((before) => ({ ...before })),
    canApply:
      !isBusy && result !== null && !result.problems.some(({ severity }) => severity === 'error'),
    choose: () => void choose().catch(tell),
    apply: () => void apply(),
    setUnit: (unit: ImportUnit) => setChoices((before) => ({ ...before, unit })),
    setNumberFormat: (numberFormat: NumberFormat) =>
      setChoices((before) => ({ ...before, numberFormat })),
    settle: (place: TablePlace, settled: TableMapping) =>
      setChoices((before) => settleAlike(before, result?.tables ?? [], place, settled)),
    take: (id: string, isTaken: boolean) => setChoices((before) => takeEntry(before, id, isTaken)),
    setKind: (token: string, kind: TableKind | null) =>
      setChoices((before) => withKind(before, token, kind)),
    remove: (token: string) =>
      setChoices((before) => ({
        ...before,
        tables: before.tables.filter((table) => table.token !== token),
      })),
  }
}

/** What was settled about these layouts before, where nothing is settled yet; null where there is none. */
function recallAll(choices: ImportChoices, { tables }: ImportResult): ImportChoices | null {
  let recalled: ImportChoices | null = null
  for (const reading of tables) {
    const mapping = choices.mappings[tableKey(reading)] ? null : recallMapping(reading)
    if (mapping) recalled = settleTable(recalled ?? choices, reading, mapping)
  }
  return recalled
}

function withKind(choices: ImportChoices, token: string, kind: TableKind | null): ImportChoices {
  const tables = choices.tables.map(
    (table): ChosenTable => (table.token === token ? { ...table, kind } : table),
  )
  return { ...choices, tables }
}
