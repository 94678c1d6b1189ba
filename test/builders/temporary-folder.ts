import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'

/** A folder of the test file's own, where its working copies live too; removed at the end. */
export function useTemporaryFolder(): { readonly path: string; join(name: string): string } {
  let path = ''
  let before: string | undefined
  beforeAll(() => {
    path = mkdtempSync(join(tmpdir(), 'longghep-'))
    before = process.env['XDG_STATE_HOME']
    process.env['XDG_STATE_HOME'] = join(path, 'state')
  })
  afterAll(() => {
    if (before === undefined) delete process.env['XDG_STATE_HOME']
    else process.env['XDG_STATE_HOME'] = before
    rmSync(path, { recursive: true, force: true })
  })
  return {
    get path() {
      return path
    },
    join: (name) => join(path, name),
  }
}
