import type { Migration } from '../migration.ts'

// A cell with money carries its own hold; these keep what has no row: empty cells, whole rows and columns, totals.
export const holds: Migration = {
  version: 3,
  up(db) {
    db.exec(`
      CREATE TABLE holds (
        key        TEXT    PRIMARY KEY,
        kind       TEXT    NOT NULL CHECK (kind IN ('cell', 'row', 'column', 'total')),
        project_id INTEGER REFERENCES projects (id) DEFERRABLE INITIALLY DEFERRED,
        line_id    INTEGER REFERENCES funding_lines (id) DEFERRABLE INITIALLY DEFERRED,
        year       INTEGER NOT NULL,
        CHECK ((project_id IS NULL) = (kind = 'column')),
        CHECK ((line_id IS NULL) = (kind IN ('row', 'total')))
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
