import { statSync } from 'node:fs'
import type { SheetTable } from './sheet-table.ts'

/**
 * Keeps the sheets of files as long as memory allows, so that every choice in an import does not read a large
 * file again. A file that changed on disk is another file.
 */
export class SheetCache {
  private readonly kept = new Map<string, WeakRef<SheetTable[]>>()

  /** The sheets of a file read in a certain way, from memory where they still are. */
  async read(path: string, way: unknown, read: () => Promise<SheetTable[]>): Promise<SheetTable[]> {
    const stat = statSync(path, { throwIfNoEntry: false })
    const key = JSON.stringify([path, way, stat?.size, stat?.mtimeMs, stat?.ino])
    const known = this.kept.get(key)?.deref()
    if (known) return known
    const sheets = await read()
    for (const [old, reference] of this.kept) if (!reference.deref()) this.kept.delete(old)
    this.kept.set(key, new WeakRef(sheets))
    return sheets
  }
}
