import { useEffect } from 'react'

/** Hears copy and paste while a cell has the focus; the browser sends both to the page's body then. */
export function useCellClipboard(handlers: {
  copy(event: ClipboardEvent): void
  paste(event: ClipboardEvent): void
}): void {
  useEffect(() => {
    const onCell = (run: (event: ClipboardEvent) => void) => (event: ClipboardEvent) => {
      if (isCellFocused()) run(event)
    }
    const [copy, paste] = [onCell(handlers.copy), onCell(handlers.paste)]
    document.addEventListener('copy', copy)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('copy', copy)
      document.removeEventListener('paste', paste)
    }
  }, [handlers])
}

function isCellFocused(): boolean {
  const { activeElement } = document
  return (
    !(activeElement instanceof HTMLInputElement) &&
    activeElement?.closest('.matrix-grid') !== null &&
    activeElement !== null
  )
}
