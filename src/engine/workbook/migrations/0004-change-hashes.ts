import { chainEntries } from '../change-chain.ts'
import type { Migration } from '../migration.ts'

// Each entry of the log is bound to the one before, so that a log altered by another program is seen.
export const changeHashes: Migration = {
  version: 4,
  up(db) {
    db.exec(`
      CREATE TABLE change_hashes (
        seq      INTEGER PRIMARY KEY REFERENCES change_log (seq),
        previous TEXT NOT NULL, -- the hash of the entry before, empty for the first
        hash     TEXT NOT NULL
      ) STRICT;
    `)
    chainEntries(db)
  },
}
