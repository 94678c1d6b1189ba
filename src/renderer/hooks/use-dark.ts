import { useSyncExternalStore } from 'react'
import { useWindow } from '../plan/window-store.ts'

/** Whether the window is dark: the person's choice, else the computer's. */
export function useDark(): boolean {
  const theme = useWindow((state) => state.theme)
  const isSystemDark = useSyncExternalStore(subscribe, read)
  return theme === 'system' ? isSystemDark : theme === 'dark'
}

const query = () => window.matchMedia('(prefers-color-scheme: dark)')

function subscribe(listener: () => void): () => void {
  const list = query()
  list.addEventListener('change', listener)
  return () => list.removeEventListener('change', listener)
}

function read(): boolean {
  return query().matches
}
