import { i18n } from '@lingui/core'
import type { Language } from '../../contract/bridge.ts'
import { messages as english } from './en.po'
import { messages as vietnamese } from './vi.po'

/** Puts the interface into a language; both catalogues are in the bundle, so this needs no loading. */
export function activateLanguage(language: Language): void {
  i18n.loadAndActivate({ locale: language, messages: language === 'vi' ? vietnamese : english })
  document.documentElement.lang = language
}
