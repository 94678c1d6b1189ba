import { readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import type { FileStanding, Viewing } from '../../contract/plan-view.ts'
import { WorkbenchError } from '../../core/error.ts'
import { FileWatch } from './file-watch.ts'
import { OwnerFile, isDead, isOurs, readOwner } from './owner-file.ts'
import { OwnerWatch } from './owner-watch.ts'
import { isMarkedReadOnly } from './replace-file.ts'

/** How a file is opened: a command edits and saves at once; a window claims it, views it, takes it over or trusts it, or goes on after its engine died. */
export type AccessWish = 'command' | 'edit' | 'resume' | 'view' | 'take-over' | 'trust'

const BEAT_MS = 20_000

/** Our standing towards a person's file: whether we may edit, who else has it open, what became of it outside. */
export class FileAccess {
  private owner: OwnerFile | null = null
  private ownerWatch: OwnerWatch | null = null
  private fileWatch: FileWatch | null = null
  private viewing: Viewing | null = null
  private lastBeat = performance.now()
  private standing: FileStanding = FREE

  private constructor(private readonly isWindow: boolean) {}

  /** Opens access to a file whose bytes we have read, or to none yet. */
  static to(path: string | null, hash: string | null, wish: AccessWish): FileAccess {
    const access = new FileAccess(wish !== 'command')
    if (path === null || wish === 'command') return access
    const real = realPath(path)
    if (wish === 'view') access.viewing = 'asked'
    else if (wish !== 'trust' && wish !== 'take-over' && isFromOutside(real))
      access.viewing = 'from-outside'
    else access.claim(real, wish)
    access.follow(real, hash, wish !== 'resume')
    return access
  }

  /** Whether we edit, who else has the file, and what became of it. */
  describe(): FileStanding {
    return this.standing
  }

  /** Looks again, and shows that we are there; true where something changed. */
  observe(): boolean {
    if (this.owner && performance.now() - this.lastBeat > BEAT_MS) {
      this.lastBeat = performance.now()
      this.owner.beat(new Date())
    }
    const before = JSON.stringify(this.standing)
    this.standing = {
      viewing: this.viewing,
      holder: this.ownerWatch?.observe() ?? null,
      outside: this.fileWatch?.observe() ?? null,
    }
    return JSON.stringify(this.standing) !== before
  }

  /** @throws `workbook-read-only` where the workbook is open for viewing */
  checkEdit(name: string): void {
    if (this.viewing !== null) throw new WorkbenchError('workbook-read-only', { name })
  }

  /** Counts a file as just written by us: what was another's or nobody's is now ours to edit. */
  saved(real: string, hash: string): void {
    if (!this.isWindow) return
    if (this.owner?.path !== real) {
      this.release()
      this.viewing = null
      this.claim(real, 'edit')
    }
    this.follow(real, hash, true)
  }

  /** Takes our owner file away. */
  release(): void {
    this.owner?.release()
    this.owner = null
  }

  private claim(real: string, wish: AccessWish): void {
    if (isMarkedReadOnly(real)) {
      this.viewing = 'read-only-place'
      return
    }
    const claimed = wish === 'take-over' ? OwnerFile.takeOver(real) : OwnerFile.claim(real)
    if (claimed instanceof OwnerFile) this.owner = claimed
    else this.viewing = claimed === null ? 'read-only-place' : 'held'
  }

  private follow(real: string, hash: string | null, isCurrent: boolean): void {
    this.ownerWatch = new OwnerWatch(real)
    this.fileWatch = new FileWatch(real, hash, isCurrent)
    this.observe()
  }
}

const FREE: FileStanding = { viewing: null, holder: null, outside: null }

/** Refuses to write a file that somebody else, who is still there, has open. @throws `workbook-locked` */
export function checkUnheld(real: string): void {
  const owner = readOwner(real)
  if (owner === null || isOurs(owner) || isDead(owner)) return
  const since = owner.opened === '' ? '' : `, ${owner.opened}`
  const detail = { name: basename(real), owner: `${owner.user} (${owner.host}${since})` }
  throw new WorkbenchError('workbook-locked', detail)
}

/** More links than this in a row are a ring. */
const MOST_LINKS = 40

/** The file itself, whichever link it is reached by; where a link leads to none, the place it names. @throws `path-invalid` for links in a ring */
export function realPath(path: string, hops = 0): string {
  try {
    return realpathSync(path)
  } catch {
    if (hops > MOST_LINKS) throw new WorkbenchError('path-invalid', { path })
    const target = linkTarget(path)
    // Writing to the link itself would put a file in its place and leave the one it stands for behind.
    return target === null ? path : realPath(resolve(dirname(path), target), hops + 1)
  }
}

function linkTarget(path: string): string | null {
  try {
    return readlinkSync(path)
  } catch {
    return null
  }
}

/** Windows marks what came over the internet; the person says first that it may be edited. */
function isFromOutside(path: string): boolean {
  try {
    return /^ZoneId=[34]\s*$/m.test(readFileSync(`${path}:Zone.Identifier`, 'utf8'))
  } catch {
    return false
  }
}
