import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Plan } from '../../core/plan.ts'
import { takeIn } from './intake.ts'
import { migrate } from './migrate.ts'
import { loadPlan } from './plan-store.ts'

/** Reads the plan a person's file holds, with every check of opening it, and leaves nothing behind. */
export function readFilePlan(path: string): Plan {
  const folder = mkdtempSync(join(tmpdir(), 'longghep-other-'))
  try {
    const target = join(folder, 'other.db')
    takeIn(path, target)
    return readMigrated(target)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readMigrated(path: string): Plan {
  const db = new Sqlite(path)
  try {
    db.defaultSafeIntegers(true)
    migrate(db)
    return loadPlan(db)
  } finally {
    db.close()
  }
}
