import { randomUUID } from 'node:crypto'
import { WorkbenchError } from '../core/error.ts'
import type { TableFile } from './import-tables.ts'
import { OpenWorks } from './open-works.ts'
import { type Announce, WorkbookSession } from './session.ts'
import type { WorkbookFile } from './workbook/workbook-file.ts'

/** How often the person's file is looked at. */
const OBSERVE_MS = 2_000

/** One engine's state: at most one open workbook, the tables the person chose to import, and the requests under way. */
export class Workbench {
  readonly works = new OpenWorks()
  private current: WorkbookSession | null = null
  private readonly chosen = new Map<string, TableFile>()

  constructor(private readonly announce: Announce) {
    setInterval(() => this.current?.observeFile(), OBSERVE_MS).unref()
  }

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

  /** Remembers where a table lies for the window, which only ever holds its token. */
  rememberTable(place: TableFile): string {
    const token = randomUUID()
    this.chosen.set(token, place)
    return token
  }

  /** Where the table behind a token lies. @throws `table-not-found` */
  placeOf(token: string): TableFile {
    const place = this.chosen.get(token)
    if (!place) throw new WorkbenchError('table-not-found', { file: token })
    return place
  }
}
