import { activateLanguage } from '../i18n/activate-language.ts'
import { useWindow } from './window-store.ts'

/** Turns Vietnamese into English and back; the words first, so that nothing is drawn in between. */
export function toggleLanguage(): void {
  const language = useWindow.getState().language === 'vi' ? 'en' : 'vi'
  activateLanguage(language)
  useWindow.setState({ language })
}
