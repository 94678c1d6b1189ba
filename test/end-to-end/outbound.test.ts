import { mkdtempSync, rmSync } from 'node:fs'
import { type Server, createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LaunchedApp, launchApp } from './launch.ts'
import { hookCounter, straceCounter } from './outbound.ts'

const place = mkdtempSync(join(tmpdir(), 'longghep-outbound-'))
const strace = straceCounter(join(place, 'calls'))
let server: Server

beforeAll(async () => {
  server = createServer((socket) => socket.end())
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
})

afterAll(() => {
  server.close()
  rmSync(place, { recursive: true, force: true })
})

// Where strace is missing only the weaker count is made, and the test's name says so.
test.each(
  [...(strace ? [strace] : []), hookCounter()].map((counter) => ({ counter, what: counter.what })),
)(
  'the app opens no connection while a plan is edited, saved and printed: $what',
  async ({ counter }) => {
    const launched = await launchApp({ args: ['--sample', '--lang', 'vi'], wrap: counter.wrap })
    const main = await launched.app.evaluate(() => process.pid)
    try {
      await counter.begin(launched)
      await doMainJob(launched)
      expect(await counter.list(launched)).toEqual([])
      // The controls, to this very computer: a connection and a datagram are each counted.
      await reachOut(launched, 'stream')
      await expect.poll(() => counter.list(launched), { timeout: 10_000 }).toHaveLength(1)
      await reachOut(launched, 'datagram')
      await expect.poll(() => counter.list(launched), { timeout: 10_000 }).toHaveLength(2)
    } finally {
      // A tracer that is killed lets go of what it traced.
      process.kill(main, 'SIGKILL')
      await launched.close()
    }
  },
)

/** Has the main process do what it never should. */
function reachOut({ app }: LaunchedApp, how: 'stream' | 'datagram'): Promise<void> {
  const { port } = server.address() as AddressInfo
  return app.evaluate(
    (_, { port, how }) =>
      new Promise<void>((resolve) => {
        if (how === 'stream') {
          const { connect } = process.getBuiltinModule('node:net')
          connect(port, '127.0.0.1').once('close', () => resolve())
        } else {
          const socket = process.getBuiltinModule('node:dgram').createSocket('udp4')
          socket.send('x', port, '127.0.0.1', () => socket.close(() => resolve()))
        }
      }),
    { port, how },
  )
}

async function doMainJob({ app, window }: LaunchedApp): Promise<void> {
  await window.waitForSelector('#root [data-ready="true"]', { timeout: 60_000 })
  await window.locator('[row-id] [col-id^="line"]:not(.is-ineligible)').first().click()
  await window.keyboard.type('7')
  await window.keyboard.press('Enter')
  await window.locator('[data-testid=title-bar] [data-saved=false]').waitFor()
  await answerDialogs(app, join(place, 'kế hoạch.lgw'))
  await window.keyboard.press('Control+s')
  await window.locator('[data-testid=title-bar] [data-saved=true]').waitFor()
  await answerDialogs(app, join(place, 'phụ lục.pdf'))
  await window.locator('[data-testid=command-export]').click()
  await window.locator('[data-testid=export-write]').click()
  await window.getByText('Đã xuất ra tệp').waitFor()
}

function answerDialogs(app: LaunchedApp['app'], filePath: string): Promise<void> {
  return app.evaluate(({ dialog }, filePath) => {
    Object.assign(dialog, {
      showSaveDialog: async () => ({ canceled: false, filePath }),
      // The files of the run before are replaced.
      showMessageBox: async () => ({ response: 0 }),
    })
  }, filePath)
}
