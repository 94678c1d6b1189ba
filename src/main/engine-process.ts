import { join } from 'node:path'
import { app, utilityProcess } from 'electron'
import type { EngineChannel } from './engine-host.ts'
import { findNode, startNodeProcess } from './node-process.ts'

/** The store needs Node-API 10, which the Node inside newer Electrons has. */
const NODE_API_NEEDED = 10

/** Whether an engine can start before Electron is ready: a plain process can, a utility process cannot. */
export function startsBeforeReady(): boolean {
  return !hasOwnNode()
}

/** Starts an engine, in Electron's own utility process where its Node is new enough, else under Node 24. */
export function startEngine(): EngineChannel {
  const entry = join(app.getAppPath(), 'out', 'engine', 'main.js')
  return hasOwnNode()
    ? startUtilityProcess(entry)
    : startNodeProcess(entry, findNode(app.getAppPath()))
}

function hasOwnNode(): boolean {
  return Number(process.versions['napi']) >= NODE_API_NEEDED
}

/** Starts an engine as Electron's utility process. */
export function startUtilityProcess(entry: string): EngineChannel {
  const child = utilityProcess.fork(entry, [], { serviceName: 'Lồng Ghép', stdio: 'inherit' })
  return {
    get pid() {
      return child.pid
    },
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.on('exit', listener),
    // A hung process may not heed the polite signal that Electron sends.
    kill: () => void (child.pid !== undefined && process.kill(child.pid, 'SIGKILL')),
  }
}
