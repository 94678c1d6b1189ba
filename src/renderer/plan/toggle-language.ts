import { useWindow } from './window-store.ts'

/** Turns Vietnamese into English and back. */
export function toggleLanguage(): void {
  useWindow.setState(({ language }) => ({ language: language === 'vi' ? 'en' : 'vi' }))
}
