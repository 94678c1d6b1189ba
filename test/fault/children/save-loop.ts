import { closeSync, openSync, writeSync } from 'node:fs'
import { putInPlaceMeanwhile } from '../../../src/engine/workbook/put-in-place-meanwhile.ts'
import { replaceFile } from '../../../src/engine/workbook/replace-file.ts'
import { versionBytes } from '../kill-saves.ts'

const [path = '', how = '', first = '0'] = process.argv.slice(2)
const PIECE = 64 * 1024

process.send?.('ready')
save(Number(first) + 1)

function save(version: number): void {
  const bytes = versionBytes(version)
  if (how === 'carelessly') writeInPlace(bytes)
  else if (how === 'in-two-threads')
    putInPlaceMeanwhile({ path }, shareBytes(bytes), () => undefined)
  else replaceFile(path, bytes)
  process.send?.(version, () => save(version + 1))
}

function shareBytes(bytes: Buffer): Buffer {
  const shared = Buffer.from(new SharedArrayBuffer(bytes.length))
  shared.set(bytes)
  return shared
}

function writeInPlace(bytes: Buffer): void {
  const file = openSync(path, 'w')
  for (let at = 0; at < bytes.length; at += PIECE) writeSync(file, bytes.subarray(at, at + PIECE))
  closeSync(file)
}
