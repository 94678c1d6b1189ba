import { i18n, type MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { AG_GRID_LOCALE_VN } from '@ag-grid-community/locale'
import type { GetLocaleTextParams } from 'ag-grid-community'
import { useWindow } from '../plan/window-store.ts'

const VIETNAMESE: Readonly<Record<string, string>> = AG_GRID_LOCALE_VN

/** Where the grid's words say nothing about projects. */
const OWN: Readonly<Record<string, MessageDescriptor>> = {
  noRowsToShow: msg`Chưa có dòng nào.`,
  noMatchingRows: msg`Không có dòng nào khớp bộ lọc.`,
}

/** The grid's own words in the language of the window, asked anew each time so that a switch needs no reload. */
export function localeText({ key, defaultValue }: GetLocaleTextParams): string {
  const own = OWN[key]
  if (own) return i18n._(own)
  return useWindow.getState().language === 'vi' ? (VIETNAMESE[key] ?? defaultValue) : defaultValue
}
