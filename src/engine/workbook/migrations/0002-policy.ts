import type { Migration } from '../migration.ts'

// The policy is one document: its parts are read and written together and never searched. What it leaves
// out has the product's default, so a plan of version 1 says only how many programmes it allows.
export const policy: Migration = {
  version: 2,
  up(db) {
    db.exec(`
      ALTER TABLE plan ADD COLUMN policy TEXT NOT NULL DEFAULT '{}'; -- JSON object
      UPDATE plan SET policy = json_object('maxProgrammes', max_programmes);
      ALTER TABLE plan DROP COLUMN max_programmes;

      ALTER TABLE funding_lines ADD COLUMN stages  TEXT NOT NULL DEFAULT '[]'; -- JSON array
      ALTER TABLE funding_lines ADD COLUMN regions TEXT NOT NULL DEFAULT '[]'; -- JSON array
      ALTER TABLE projects ADD COLUMN region TEXT NOT NULL DEFAULT '';

      CREATE TABLE project_ratios (
        project_id   INTEGER NOT NULL REFERENCES projects (id) DEFERRABLE INITIALLY DEFERRED,
        programme_id INTEGER NOT NULL REFERENCES programmes (id) DEFERRABLE INITIALLY DEFERRED,
        ratio        INTEGER NOT NULL CHECK (ratio BETWEEN 0 AND 10000), -- basis points
        PRIMARY KEY (project_id, programme_id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE tasks (
        id    INTEGER PRIMARY KEY,
        code  TEXT    NOT NULL UNIQUE,
        name  TEXT    NOT NULL,
        basis TEXT    NOT NULL
      ) STRICT;

      CREATE TABLE waivers (
        rule    TEXT    NOT NULL,
        subject TEXT    NOT NULL,
        id      INTEGER NOT NULL, -- of the subject; 0 for the plan itself
        year    INTEGER NOT NULL, -- 0 for the whole period
        reason  TEXT    NOT NULL,
        person  TEXT    NOT NULL,
        at      TEXT    NOT NULL,
        gauge   TEXT    NOT NULL, -- a whole number that may exceed 64 bits
        PRIMARY KEY (rule, subject, id, year)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
