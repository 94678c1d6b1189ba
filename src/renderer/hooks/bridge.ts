import type { Bridge } from '../../contract/bridge.ts'

declare global {
  interface Window {
    readonly longghep: Bridge
  }
}

/** What the preload exposes to this page. */
export function getBridge(): Bridge {
  return window.longghep
}
