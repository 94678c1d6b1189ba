import { useEffect } from 'react'
import type { Hands } from '../hands.ts'
import { readEntryContext } from '../typed-entry.ts'
import type { AmountEntry } from '../use-amount-entry.ts'
import { copyRange } from './copy-range.ts'
import { cutRange, watchEdits } from './cut-range.ts'
import { forgetCut } from './cut-store.ts'
import { pasteRange } from './paste-range.ts'

/** Hears copy, cut and paste while a cell has the focus; the browser sends them to the page's body then. */
export function useMatrixClipboard(hands: Hands | null, enter: (entry: AmountEntry) => void): void {
  useEffect(() => {
    if (!hands) return
    const onCell = (run: (event: ClipboardEvent) => void) => (event: ClipboardEvent) => {
      if (isCellFocused()) run(event)
    }
    const heard = {
      copy: onCell((event) => {
        forgetCut()
        copyRange(event, hands.order.read())
      }),
      cut: onCell((event) => cutRange(hands, event)),
      paste: onCell((event) => {
        event.preventDefault()
        const single = event.clipboardData && pasteRange(hands, event.clipboardData)
        if (!single) return
        const text = single.text.trim() === '' ? '0' : single.text
        enter({ api: hands.api, ...readEntryContext(), ...single, text })
      }),
    }
    for (const [name, run] of Object.entries(heard))
      document.addEventListener(name as keyof typeof heard, run)
    const stopWatching = watchEdits()
    return () => {
      stopWatching()
      for (const [name, run] of Object.entries(heard))
        document.removeEventListener(name as keyof typeof heard, run)
    }
  }, [hands, enter])
}

function isCellFocused(): boolean {
  const { activeElement } = document
  return (
    !(activeElement instanceof HTMLInputElement) &&
    activeElement?.closest('[data-testid=matrix]') !== null &&
    activeElement !== null
  )
}
