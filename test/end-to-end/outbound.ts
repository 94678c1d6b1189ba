import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import type { LaunchedApp } from './launch.ts'

/** A way to learn of connections a running app opens to an address of a network, this computer's own among them. */
export interface OutboundCounter {
  /** What exactly is counted, for the name of a test. */
  readonly what: string
  /** What has to be started in the executable's place. */
  wrap(executable: string): string
  /** Begins to count, as early as there is something to begin with. */
  begin(launched: LaunchedApp): Promise<void>
  /** Every connection so far, one line each. */
  list(launched: LaunchedApp): Promise<readonly string[]>
}

/**
 * A stream connected to an IPv4 or IPv6 address, or a datagram sent to one. To ask the kernel whether IPv6 has a route,
 * Chromium gives a datagram socket an address and sends nothing: that alone is no connection.
 */
const TO_NETWORK =
  /\b(?:connect\(\d+<(?!UDP).*sa_family=AF_INET6?\b|send(?:to|msg|mmsg)\(\d+<(?:UDP|RAW|ICMP))/

/** Every call of every process of the app, from its first instruction on; null where the system has no strace. */
export function straceCounter(log: string): OutboundCounter | null {
  if (spawnSync('strace', ['-V']).status !== 0) return null
  const calls = 'trace=connect,sendto,sendmsg,sendmmsg'
  return {
    what: 'calls of any of its processes, as the kernel sees them',
    // The driver puts arguments of its own before ours, so that they must be behind a file of one name.
    wrap(executable) {
      const script = `#!/bin/sh\nexec strace -f -qq -yy -e ${calls} -o '${log}' '${executable}' "$@"\n`
      writeFileSync(`${log}.sh`, script, { mode: 0o755 })
      return `${log}.sh`
    },
    begin: () => Promise.resolve(),
    list: () =>
      Promise.resolve(
        readFileSync(log, 'utf8')
          .split('\n')
          .filter((line) => TO_NETWORK.test(line)),
      ),
  }
}

/** Sockets the main process opens through Node, and addresses its browser asks for; what is left without strace. */
export function hookCounter(): OutboundCounter {
  return {
    what: 'sockets and requests of its main process only',
    wrap: (executable) => executable,
    begin: ({ app }) =>
      app.evaluate(({ session }) => {
        // A datagram that has to wait for its socket passes the hook twice.
        const seen = new Set<string>()
        Object.assign(globalThis, { seenOutbound: seen })
        const { Socket } = process.getBuiltinModule('node:net')
        const { connect } = Socket.prototype
        Socket.prototype.connect = function hooked(this: InstanceType<typeof Socket>, ...args) {
          // A socket with a path is one of this computer's files.
          const [to] = [args].flat(2) as unknown as [{ path?: string }]
          if (to.path === undefined) seen.add(JSON.stringify(to))
          return connect.apply(this, args as never)
        } as typeof connect
        const { Socket: Datagrams } = process.getBuiltinModule('node:dgram')
        const { send } = Datagrams.prototype
        Datagrams.prototype.send = function hooked(this: unknown, ...args: unknown[]) {
          seen.add(`datagram ${String(args[1])} ${String(args[2])}`)
          return (send as (...args: unknown[]) => void).apply(this, args)
        } as typeof send
        session.defaultSession.webRequest.onSendHeaders(({ url }) => {
          if (/^(?:https?|wss?|ftp):/.test(url)) seen.add(url)
        })
      }),
    list: ({ app }) =>
      app.evaluate(() => [
        ...(globalThis as unknown as { seenOutbound: Set<string> }).seenOutbound,
      ]),
  }
}
