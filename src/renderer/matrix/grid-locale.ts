import { AG_GRID_LOCALE_VN } from '@ag-grid-community/locale'
import type { GetLocaleTextParams } from 'ag-grid-community'
import { useWindow } from '../plan/window-store.ts'

const VIETNAMESE: Readonly<Record<string, string>> = AG_GRID_LOCALE_VN

/** The grid's own words in the language of the window, asked anew each time so that a switch needs no reload. */
export function localeText({ key, defaultValue }: GetLocaleTextParams): string {
  return useWindow.getState().language === 'vi' ? (VIETNAMESE[key] ?? defaultValue) : defaultValue
}
