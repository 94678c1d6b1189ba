import { readFileSync, statSync } from 'node:fs'
import type { OutsideChange } from '../../contract/plan-view.ts'
import { hashBytes } from './workbook-bytes.ts'

/** Observes by looking, which works on shares too, whether a file is still the one we opened or last wrote. */
export class FileWatch {
  private seen: string | null = null
  private verdict: OutsideChange | null = null

  constructor(
    private readonly path: string,
    private readonly hash: string | null,
    /** Whether the file was read or written just now, so that it need not be read again. */
    isCurrent: boolean,
  ) {
    if (isCurrent) this.seen = this.describe()
  }

  /** What became of the file; its bytes are read only when its description has changed. */
  observe(): OutsideChange | null {
    const now = this.describe()
    if (now === this.seen) return this.verdict
    this.verdict = now === '' ? 'missing' : this.compare()
    this.seen = now
    return this.verdict
  }

  private describe(): string {
    try {
      const { ino, size, mtimeMs, ctimeMs } = statSync(this.path)
      return [ino, size, mtimeMs, ctimeMs].join(' ')
    } catch {
      return ''
    }
  }

  private compare(): OutsideChange | null {
    try {
      return hashBytes(readFileSync(this.path)) === this.hash ? null : 'changed'
    } catch {
      return 'missing'
    }
  }
}
