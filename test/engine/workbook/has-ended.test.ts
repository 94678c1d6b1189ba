import { spawn, spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { hasEnded } from '../../../src/engine/workbook/has-ended.ts'

test('a process that runs has not ended, one that was waited for has, and what is no number never ran', () => {
  expect(hasEnded(process.pid)).toBe(false)
  expect(hasEnded(spawnSync(process.execPath, ['-e', '']).pid)).toBe(true)
  for (const pid of [0, -1, Number.NaN, 1.5]) expect(hasEnded(pid)).toBe(false)
})

test.runIf(process.platform === 'linux')(
  'a process that ended unheard by its parent has ended',
  async () => {
    // The shell starts a child and becomes a program that never asks after it.
    const parent = spawn('sh', ['-c', 'sleep 0.5 & echo $!; exec sleep 20'])
    const child = await new Promise<number>((resolve) =>
      parent.stdout.once('data', (text: Buffer) => resolve(Number(text.toString()))),
    )
    await expect.poll(() => hasEnded(child), { timeout: 5_000 }).toBe(true)
    expect(() => process.kill(child, 0)).not.toThrow()
    parent.kill('SIGKILL')
  },
)
