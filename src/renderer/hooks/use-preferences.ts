import { useEffect } from 'react'
import { useWindow } from '../plan/window-store.ts'
import { getBridge } from './bridge.ts'
import { reportError } from './report-error.ts'

/** Remembers language, theme and unit on this computer whenever one of them changes. */
export function usePreferences(): void {
  useEffect(
    () =>
      useWindow.subscribe((now, before) => {
        const { language, theme, unit } = now
        if (language === before.language && theme === before.theme && unit === before.unit) return
        getBridge().savePreferences({ language, theme, unit }).catch(reportError)
      }),
    [],
  )
}
