import { PAGE_ORIGIN } from '../contract/channels.ts'

/** What is looked at of a frame that asks main for something. */
export interface SenderFrame {
  readonly origin: string
  readonly parent: unknown
}

/** Whether a request comes from the top frame of a window of ours that still shows our page. */
export function isOurPage(frame: SenderFrame | null, isKnownWindow: boolean): boolean {
  return isKnownWindow && frame !== null && frame.parent === null && frame.origin === PAGE_ORIGIN
}
