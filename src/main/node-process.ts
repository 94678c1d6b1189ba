import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { EngineMessage, Envelope } from '../contract/events.ts'
import { toFailure } from '../contract/failure.ts'
import type { EngineChannel } from './engine-host.ts'

const NODE = process.platform === 'win32' ? 'node.exe' : 'node'

type Message = Envelope<EngineMessage>

/** Starts an engine as a plain process of the given Node. */
export function startNodeProcess(entry: string, node: string): EngineChannel {
  const child = fork(entry, [], {
    execPath: node,
    execArgv: [],
    env: withoutElectron(process.env),
    // Advanced serialisation carries bigint and typed arrays as they are.
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  return {
    get pid() {
      return child.pid
    },
    send: (message) => {
      // A channel that breaks while it sends says so by its exit.
      if (child.connected) child.send(message, () => undefined)
    },
    onMessage: (listener) =>
      void child.on('message', (message) => listener(takeBytes(message as Message))),
    onExit: (listener) => hearEnd(child, listener),
    kill: () => void child.kill('SIGKILL'),
  }
}

/** Finds the real Node that the `node` package put into this folder or one above it. */
export function findNode(folder: string): string {
  for (let at = realpathSync(folder); ; at = dirname(at)) {
    const node = join(at, 'node_modules', 'node', 'bin', NODE)
    if (existsSync(node)) return realpathSync(node)
    if (at === dirname(at))
      throw new Error(`no node_modules/node/bin/${NODE} at or above ${folder}`)
  }
}

/** Where an engine left the bytes of a parcel in a file, takes them from there and the file away. */
function takeBytes(message: Message): Message {
  const { from, body } = message
  if (!('parcel' in body)) return message
  const file: unknown = body.parcel.bytes
  if (typeof file !== 'string') return message
  try {
    const bytes = readFileSync(file)
    return { from, body: { id: body.id, parcel: { ...body.parcel, bytes } } }
  } catch (error) {
    return { from, body: { id: body.id, failure: toFailure(error) } }
  } finally {
    rmSync(file, { force: true })
  }
}

/** A Node that cannot be started raises an error and never exits. */
function hearEnd(child: ChildProcess, listener: (code: number | null) => void): void {
  child.on('exit', (code) => listener(code))
  child.on('error', () => listener(null))
}

function withoutElectron(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { ELECTRON_RUN_AS_NODE: _, NODE_OPTIONS: __, ...rest } = environment
  return rest
}
