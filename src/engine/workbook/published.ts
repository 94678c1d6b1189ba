import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stateFolder } from './state-folder.ts'

const MOST_HASHES = 4_000

/** Remembers a file this computer wrote after checking it, by the SHA-256 of its bytes; one forgotten is checked again. */
export function rememberPublished(hash: string): void {
  try {
    appendHash(hash)
  } catch {
    // The file is saved, whether or not there is room left to remember it.
  }
}

function appendHash(hash: string): void {
  mkdirSync(stateFolder('published'), { recursive: true, mode: 0o700 })
  const known = readHashes()
  if (known.includes(hash)) return
  if (known.length < MOST_HASHES) appendFileSync(listPath(), `${hash}\n`, { mode: 0o600 })
  else writeFileSync(listPath(), [...known.slice(-MOST_HASHES / 2), hash, ''].join('\n'))
}

/** Whether this computer wrote exactly these bytes, so that they need no second check. */
export function isPublished(hash: string): boolean {
  return readHashes().includes(hash)
}

function listPath(): string {
  return join(stateFolder('published'), 'sha256.txt')
}

function readHashes(): readonly string[] {
  try {
    return readFileSync(listPath(), 'utf8').split('\n').filter(Boolean)
  } catch {
    return []
  }
}
