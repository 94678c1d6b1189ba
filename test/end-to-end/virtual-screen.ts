import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { afterAll } from 'vitest'

const SIZE = '1600x1000x24'

/** The screen of the file of tests that runs here: a clipboard and a focus that no other file shares. */
const screen = process.platform === 'linux' ? await startScreen() : null

afterAll(() => {
  screen?.kill()
})

/** Starts a virtual screen and makes it the one windows open on; no test's window shows up on a person's. */
async function startScreen(): Promise<ChildProcess> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', SIZE, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  // What ends without its tests' last step leaves no screen behind.
  process.once('exit', () => server.kill())
  const number = await readNumber(server)
  process.env['DISPLAY'] = `:${number}`
  return server
}

/** The server names the number it chose, which is free, once it can be reached. */
async function readNumber(server: ChildProcess): Promise<string> {
  const told = server.stdio[3] as Readable
  return new Promise((resolve, reject) => {
    told.once('data', (line: Buffer) => resolve(line.toString().trim()))
    server.once('error', reject)
    server.once('exit', () => reject(new Error('the virtual screen ended before it was ready')))
  })
}
