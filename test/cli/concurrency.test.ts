import { spawn } from 'node:child_process'
import { expect, test } from 'vitest'
import { useTemporaryFolder } from '../builders/temporary-folder.ts'
import { ENTRY, readLongghep, runLongghep } from './run-longghep.ts'

const folder = useTemporaryFolder()

function start(args: readonly string[]): Promise<number | null> {
  return new Promise((resolve) => {
    spawn(process.execPath, [ENTRY, ...args], { stdio: 'ignore' }).on('exit', resolve)
  })
}

test('of commands that write one file at once, each is in the file or says it is not', async () => {
  const path = folder.join('busy.lgw')
  expect(runLongghep(['sample', path]).code).toBe(0)
  const projects = ['7801001', '7801002', '7801003', '7801004', '7801005', '7801006']
  const codes = await Promise.all(
    projects.map((project) => start(['set', path, project, 'T-DAT', '2026', '=7 đồng'])),
  )
  for (const code of codes) expect([0, 4]).toContain(code)
  const { allocations } = readLongghep<{ allocations: { project: string; amount: string }[] }>([
    'show',
    path,
  ])
  const written = allocations.filter(({ amount }) => amount === '7').map(({ project }) => project)
  expect(written).toEqual(projects.filter((_project, at) => codes[at] === 0))
  expect(written.length).toBeGreaterThan(0)
  expect(runLongghep(['verify', path]).code).toBe(0)
})
