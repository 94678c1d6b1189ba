import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { EngineMessage, Envelope } from '../../src/contract/events.ts'
import { amountAt, findLine, findProject } from '../../src/core/plan.ts'
import { createSample } from '../../src/engine/sample.ts'
import { WorkbookSession } from '../../src/engine/session.ts'
import { findBrokenEntry } from '../../src/engine/workbook/change-chain.ts'
import { WorkbookFile } from '../../src/engine/workbook/workbook-file.ts'
import { seeded } from './seeded.ts'
import { ended, startChild } from './start-child.ts'

const ENGINE = fileURLToPath(new URL('../../out/engine/main.js', import.meta.url))
/** So many edits are under way at once. */
const AHEAD = 8

/** What became of a scripted editor whose process was killed over and over. */
export interface KillEditsFigures {
  readonly kills: number
  readonly acknowledged: number
  readonly lost: number
  readonly corrupt: number
}

/** Kills the engine at random moments while edits are being made; after each, the working copy is read back. */
export async function killEdits(kills: number, seed: number): Promise<KillEditsFigures> {
  const random = seeded(seed)
  const sample = new WorkbookSession(await createSample())
  const { plan } = sample
  const cell = {
    project: findProject(plan, '7801001').id,
    line: findLine(plan, 'T-DAT').id,
    year: 2026,
  }
  const { folder } = sample.file
  sample.file.db.close()
  const seen = { acknowledged: 0, lost: 0, corrupt: 0 }
  let next = 1
  for (let kill = 0; kill < kills; kill += 1) {
    const editor = await startEditor(folder, cell, next)
    await pause(random() * 60)
    const { sent, acknowledged } = await editor.kill()
    const held = readBack(folder, cell)
    if (!held.isWhole) seen.corrupt += 1
    if (held.amount < acknowledged || held.amount > sent) seen.lost += 1
    seen.acknowledged += Math.max(0, acknowledged - next + 1)
    next = sent + 1
  }
  WorkbookFile.resume(folder).discard()
  return { kills, ...seen }
}

async function startEditor(
  folder: string,
  cell: { project: number; line: number; year: number },
  first: number,
) {
  const child = fork(ENGINE, [], {
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  let sent = first - 1
  let acknowledged = 0
  let isOver = false
  const edit = () => {
    sent += 1
    const params = { ...cell, text: `=${sent}`, unit: 'dong', language: 'vi' }
    ask(child, 'window', sent, 'plan.enterAmount', params, () => isOver)
  }
  const isReady = new Promise<void>((resolve) => {
    child.on('message', ({ body }: Envelope<EngineMessage>) => {
      if (!('id' in body)) return
      if (body.id === 0) {
        for (let ahead = 0; ahead < AHEAD; ahead += 1) edit()
        return resolve()
      }
      if ('failure' in body) throw new Error(body.failure.code)
      acknowledged = body.id
      edit()
    })
  })
  ask(child, 'host', 0, 'workbook.resume', { workFolder: folder }, () => isOver)
  await isReady
  return {
    async kill() {
      const done = ended(child)
      child.kill('SIGKILL')
      await done
      isOver = true
      return { sent, acknowledged }
    },
  }
}

function ask(
  child: ChildProcess,
  from: 'host' | 'window',
  id: number,
  method: string,
  params: unknown,
  isOver: () => boolean,
): void {
  if (!isOver() && child.connected)
    child.send({ from, body: { id, method, params } }, () => undefined)
}

function readBack(folder: string, cell: { project: number; line: number; year: number }) {
  const file = WorkbookFile.resume(folder)
  try {
    const { plan } = new WorkbookSession(file)
    const isWhole =
      file.db.pragma('integrity_check', { simple: true }) === 'ok' &&
      findBrokenEntry(file.db) === null
    return { isWhole, amount: Number(amountAt(plan, cell)) }
  } finally {
    file.db.close()
  }
}

/** The same with an editor that acknowledges before it has written: it must be seen to lose edits. */
export async function killEditsCarelessly(kills: number, seed: number, folder: string) {
  const random = seeded(seed)
  const path = join(folder, 'careless')
  let lost = 0
  for (let kill = 0; kill < kills; kill += 1) {
    const child = startChild('careless-editor', [path])
    let acknowledged = 0
    await new Promise<void>((resolve) => {
      child.on('message', (value: number) => {
        acknowledged = value
        if (child.connected) child.send(value + 1, () => undefined)
        resolve()
      })
    })
    await pause(20 + random() * 60)
    const done = ended(child)
    child.kill('SIGKILL')
    await done
    if (Number(readFileSync(path, 'utf8')) < acknowledged) lost += 1
  }
  return { kills, lost }
}
