import { randomUUID } from 'node:crypto'
import { WorkbenchError } from '../core/error.ts'
import { type Announce, WorkbookSession } from './session.ts'
import type { WorkbookFile } from './workbook/workbook-file.ts'

/** One engine's state: at most one open workbook, and the tables the person chose to import. */
export class Workbench {
  private current: WorkbookSession | null = null
  private readonly chosen = new Map<string, string>()

  constructor(private readonly announce: Announce) {}

  /** The open workbook. @throws `workbook-none-open` */
  get session(): WorkbookSession {
    if (!this.current) throw new WorkbenchError('workbook-none-open')
    return this.current
  }

  /** Puts a workbook on the bench; the one before is ended first. */
  begin(file: WorkbookFile): WorkbookSession {
    this.end()
    this.current = new WorkbookSession(file, this.announce)
    return this.current
  }

  /** Ends the open workbook, if any, and says where a draft was left. */
  end(): { workFolder: string | null } {
    const session = this.current
    this.current = null
    return session ? session.file.close(session.revision) : { workFolder: null }
  }

  /** Remembers a path for the window, which only ever holds its token. */
  rememberPath(path: string): string {
    const token = randomUUID()
    this.chosen.set(token, path)
    return token
  }

  /** The path behind a token. @throws `table-not-found` */
  pathOf(token: string): string {
    const path = this.chosen.get(token)
    if (path === undefined) throw new WorkbenchError('table-not-found', { file: token })
    return path
  }
}
