import { homedir } from 'node:os'
import { join } from 'node:path'

/** A folder for what this computer keeps of workbooks; local, never roaming: it must not travel over a network. */
export function stateFolder(name: 'work' | 'generations' | 'published'): string {
  const { LOCALAPPDATA, XDG_STATE_HOME } = process.env
  const base = LOCALAPPDATA ?? XDG_STATE_HOME ?? join(homedir(), '.local', 'state')
  return join(base, 'longghep', name)
}
