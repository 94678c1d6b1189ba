import { setTimeout as pause } from 'node:timers/promises'
import { resolve } from 'node:path'
import { writeFileSync } from 'node:fs'
import type { WebContents } from 'electron'

const PATIENCE_MS = 30_000
const LOOK_EVERY_MS = 50

const IS_READY = `document.querySelector('#root [data-ready="true"][data-complete="true"]') !== null`
const TWO_FRAMES = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))`

/** Writes a picture of a page as soon as it shows its plan. @throws when it does not within 30 seconds */
export async function takeScreenshot(contents: WebContents, path: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  while (!(await contents.executeJavaScript(IS_READY))) {
    if (Date.now() > deadline) throw new Error('the window did not show a plan within 30 seconds')
    await pause(LOOK_EVERY_MS)
  }
  await contents.executeJavaScript(TWO_FRAMES)
  const picture = await contents.capturePage()
  if (picture.isEmpty()) throw new Error('the window gave an empty picture')
  writeFileSync(resolve(path), picture.toPNG())
}
