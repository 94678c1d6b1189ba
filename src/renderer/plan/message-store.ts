import { create } from 'zustand'

/** One message to the person; `detail` is what they may copy for whoever helps them. */
export interface Message {
  readonly id: number
  readonly intent: 'error' | 'success' | 'info'
  readonly title: string
  readonly detail?: string
}

/** The messages on screen, newest last. */
export const useMessages = create<{ readonly messages: readonly Message[] }>(() => ({
  messages: [],
}))

/** How long a message that asks nothing stays, ms. */
const PASSING = 5000

/** More than this many errors at once only bury the first. */
const MOST = 4

let lastId = 0

/** Shows a message; one that is no error leaves by itself. */
export function showMessage(message: Omit<Message, 'id'>): void {
  lastId += 1
  const id = lastId
  useMessages.setState(({ messages }) => ({
    // The same words once more replace themselves instead of stacking up.
    messages: [
      ...messages.filter(
        ({ intent, title }) => intent !== message.intent || title !== message.title,
      ),
      { ...message, id },
    ].slice(-MOST),
  }))
  if (message.intent !== 'error') setTimeout(() => dismissMessage(id), PASSING)
}

/** Takes a message away. */
export function dismissMessage(id: number): void {
  useMessages.setState(({ messages }) => ({ messages: messages.filter((one) => one.id !== id) }))
}
