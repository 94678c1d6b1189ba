/** Work that is in no file: left by a program that ended by itself, or closed without saving. */
export interface Draft {
  /** The name of its folder on this computer. */
  readonly id: string
  readonly name: string
  /** The file it belongs to, or null for a workbook never saved. */
  readonly path: string | null
  /** When it was last written, UTC. */
  readonly at: string
  /** How many acts the file does not hold. */
  readonly edits: number
  /** Whether the person closed it without saving; it then stays for thirty days. */
  readonly isDiscarded: boolean
}

/** An earlier version of a file that this computer keeps. */
export interface KeptVersion {
  readonly id: string
  /** When a save replaced it, UTC. */
  readonly at: string
  /** Size in bytes. */
  readonly bytes: number
}
