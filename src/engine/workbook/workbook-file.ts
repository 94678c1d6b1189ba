import { basename, resolve } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { FileState } from '../../contract/plan-view.ts'
import { WorkbenchError } from '../../core/error.ts'
import type { Plan, PlanSettings } from '../../core/plan.ts'
import { ChangeLog } from './change-log.ts'
import { type AccessWish, FileAccess, checkUnheld, realPath } from './file-access.ts'
import { takeIn } from './intake.ts'
import { PlanWriter } from './plan-writer.ts'
import { publish } from './publish.ts'
import {
  type Origin,
  type WorkingCopy,
  closeWorkingCopy,
  createWorkingCopy,
  readOrigin,
  resumeWorkingCopy,
  writeOrigin,
} from './working-copy.ts'

const EXTENSION = '.lgw'
const MAX_NAME_BYTES = 200
const HALF_CHARACTER = /\p{Surrogate}/u

/** A workbook's working copy together with the person's file it is saved to. */
export class WorkbookFile {
  private constructor(
    private readonly copy: WorkingCopy,
    private origin: Origin,
    private readonly access: FileAccess,
  ) {}

  /** Opens the person's file on a working copy; refuses what is not a whole, unaltered workbook. */
  static open(path: string, wish: AccessWish = 'command'): WorkbookFile {
    let hash = ''
    const copy = createWorkingCopy((target) => {
      hash = takeIn(path, target)
    })
    const { revision } = new ChangeLog(copy.db)
    const origin = startOrigin(copy.folder, { path: resolve(path), hash, revision })
    return new WorkbookFile(copy, origin, FileAccess.to(origin.path, hash, wish))
  }

  /** Opens a copy of a file, or of an earlier version of it, that has no file of its own yet. */
  static openCopy(path: string, name: string): WorkbookFile {
    const copy = createWorkingCopy((target) => void takeIn(path, target))
    const { revision } = new ChangeLog(copy.db)
    const origin = startOrigin(copy.folder, { path: null, hash: null, revision, name })
    return new WorkbookFile(copy, origin, FileAccess.to(null, null, 'edit'))
  }

  /** Starts an empty workbook that has no file yet. */
  static create(settings: PlanSettings, at: Date, author: string): WorkbookFile {
    const copy = createWorkingCopy()
    copy.db.transaction(() => {
      const start = { kind: 'settings-set' as const, before: settings, after: settings }
      new PlanWriter(copy.db).write(start)
      const { title, from, to } = settings
      const summary = { kind: 'created' as const, detail: { title, from, to } }
      const step = { step: 'do' as const }
      new ChangeLog(copy.db).append({
        at: at.toISOString(),
        author,
        summary,
        step,
        changes: [start],
      })
    })()
    const origin = startOrigin(copy.folder, { path: null, hash: null, revision: 1 })
    return new WorkbookFile(copy, origin, FileAccess.to(null, null, 'edit'))
  }

  /** Takes up the working copy an engine left behind. */
  static resume(folder: string): WorkbookFile {
    const copy = resumeWorkingCopy(folder)
    const origin = readOrigin(folder)
    const access = FileAccess.to(origin.path, origin.hash, 'resume')
    const file = new WorkbookFile(copy, origin, access)
    file.remember({ ...origin, discardedAt: null })
    return file
  }

  /** The working copy's database. */
  get db(): Database {
    return this.copy.db
  }

  /** The working copy's folder. */
  get folder(): string {
    return this.copy.folder
  }

  /** Where the workbook stands, given the revision in memory. */
  state(revision: number): Omit<FileState, 'undo' | 'redo'> {
    const { path, name } = this.origin
    return {
      path,
      name: path === null ? name : basename(path, EXTENSION),
      isSaved: this.origin.revision === revision,
      ...this.access.describe(),
    }
  }

  /** Looks at the file and its owner again; true where something changed. */
  observe(): boolean {
    return this.access.observe()
  }

  /** @throws `workbook-read-only` where the workbook is open for viewing */
  checkEdit(): void {
    this.access.checkEdit(basename(this.origin.path ?? ''))
  }

  /** Counts what the working copy holds as needing no save: a sample nobody has edited yet. */
  markPristine(revision: number): void {
    this.remember({ ...this.origin, revision })
  }

  /** Counts the working copy as one command's own, which nobody would look for if the command were killed. */
  markPassing(): void {
    this.remember({ ...this.origin, isPassing: true })
  }

  /** Publishes to a path, or to the workbook's own. @throws `workbook-changed-outside` `save-failed` */
  save(path: string | null, plan: Plan, revision: number): void {
    const target = path === null ? this.origin.path : resolve(path)
    if (target === null) throw new WorkbenchError('path-invalid', { path: '' })
    checkName(target)
    if (path === null) this.checkEdit()
    const real = realPath(target)
    checkUnheld(real)
    // Whoever names a path has agreed to replace what stands there at this moment, and nothing later.
    const expectedHash = path === null ? this.origin.hash : undefined
    const hash = publish(this.copy, { path: real, expectedHash, plan })
    this.noteSaved({ ...this.origin, path: target, hash, revision })
    this.access.saved(real, hash)
  }

  /** Ends the session; the working copy stays only while it holds what no file holds. */
  close(revision: number): { workFolder: string | null } {
    const isNeeded = !this.state(revision).isSaved
    if (isNeeded) this.remember({ ...this.origin, discardedAt: new Date().toISOString() })
    this.access.release()
    closeWorkingCopy(this.copy, isNeeded)
    return { workFolder: isNeeded ? this.folder : null }
  }

  /** Ends the session and drops what was not saved: a command that failed leaves nothing behind. */
  discard(): void {
    this.access.release()
    closeWorkingCopy(this.copy, false)
  }

  /** The file is saved, whether or not there is room left to note it; an engine started anew then finds it changed. */
  private noteSaved(origin: Origin): void {
    try {
      this.remember(origin)
    } catch {
      this.origin = origin
    }
  }

  private remember(origin: Origin): void {
    writeOrigin(this.folder, origin)
    this.origin = origin
  }
}

function startOrigin(
  folder: string,
  start: Pick<Origin, 'path' | 'hash' | 'revision'> & { name?: string },
): Origin {
  const origin = { name: '', ...start, discardedAt: null, isPassing: false }
  writeOrigin(folder, origin)
  return origin
}

/** Refuses names a file system would cut or misread, before anything touches the disk. */
function checkName(path: string): void {
  const name = basename(path)
  // Room is left for the temporary file's longer name.
  const isTooLong = Buffer.byteLength(name) > MAX_NAME_BYTES
  // Half a character would be written as another one.
  if (name === '' || path.includes('\0') || HALF_CHARACTER.test(path) || isTooLong)
    throw new WorkbenchError('path-invalid', { path })
}
