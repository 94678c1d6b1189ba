import type { EngineClient } from './engine-client.ts'

/** The window message that brings an engine's port. */
const PORT_MESSAGE = 'longghep:engine-port'

/** Hands every engine port posted to this page to the client, until the returned function is called. */
export function receivePorts(client: EngineClient): () => void {
  const receive = (event: MessageEvent<unknown>) => {
    const [port] = event.ports
    // Only the preload of this very window may hand over a port.
    if (event.source !== window || !port || !isPortMessage(event.data)) return
    client.attach(port)
  }
  window.addEventListener('message', receive)
  return () => window.removeEventListener('message', receive)
}

function isPortMessage(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === PORT_MESSAGE
}
