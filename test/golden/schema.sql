CREATE TABLE allocations (
  project_id INTEGER NOT NULL REFERENCES projects (id) DEFERRABLE INITIALLY DEFERRED,
  line_id    INTEGER NOT NULL REFERENCES funding_lines (id) DEFERRABLE INITIALLY DEFERRED,
  year       INTEGER NOT NULL,
  amount     INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 1000000000000000),
  note       TEXT    NOT NULL,
  is_held    INTEGER NOT NULL CHECK (is_held IN (0, 1)),
  PRIMARY KEY (project_id, line_id, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE change_hashes (
  seq      INTEGER PRIMARY KEY REFERENCES change_log (seq),
  previous TEXT NOT NULL, -- the hash of the entry before, empty for the first
  hash     TEXT NOT NULL
) STRICT;

CREATE TABLE change_items (
  seq     INTEGER NOT NULL REFERENCES change_log (seq),
  ordinal INTEGER NOT NULL,
  edit    TEXT    NOT NULL,
  PRIMARY KEY (seq, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE change_log (
  seq      INTEGER PRIMARY KEY,
  id       TEXT    NOT NULL UNIQUE,
  at       TEXT    NOT NULL,
  author   TEXT    NOT NULL,
  kind     TEXT    NOT NULL,
  detail   TEXT    NOT NULL,
  step     TEXT    NOT NULL CHECK (step IN ('do', 'undo', 'redo')),
  step_of  INTEGER REFERENCES change_log (seq)
) STRICT;

CREATE TABLE funding_lines (
  id           INTEGER PRIMARY KEY,
  code         TEXT    NOT NULL UNIQUE,
  name         TEXT    NOT NULL,
  programme_id INTEGER REFERENCES programmes (id) DEFERRABLE INITIALLY DEFERRED,
  source       TEXT    NOT NULL,
  capital_type TEXT    NOT NULL,
  budget_codes TEXT    NOT NULL,
  valid_until  INTEGER,
  sectors      TEXT    NOT NULL, -- JSON array
  places       TEXT    NOT NULL, -- JSON array
  groups       TEXT    NOT NULL, -- JSON array
  border_only  INTEGER NOT NULL CHECK (border_only IN (0, 1)),
  basis        TEXT    NOT NULL
, stages  TEXT NOT NULL DEFAULT '[]', regions TEXT NOT NULL DEFAULT '[]') STRICT;

CREATE TABLE holds (
  key        TEXT    PRIMARY KEY,
  kind       TEXT    NOT NULL CHECK (kind IN ('cell', 'row', 'column', 'total')),
  project_id INTEGER REFERENCES projects (id) DEFERRABLE INITIALLY DEFERRED,
  line_id    INTEGER REFERENCES funding_lines (id) DEFERRABLE INITIALLY DEFERRED,
  year       INTEGER NOT NULL,
  CHECK ((project_id IS NULL) = (kind = 'column')),
  CHECK ((line_id IS NULL) = (kind IN ('row', 'total')))
) STRICT, WITHOUT ROWID;

CREATE TABLE line_years (
  line_id INTEGER NOT NULL REFERENCES funding_lines (id) DEFERRABLE INITIALLY DEFERRED,
  year    INTEGER NOT NULL,
  ceiling INTEGER NOT NULL CHECK (ceiling BETWEEN 0 AND 1000000000000000),
  reserve INTEGER NOT NULL CHECK (reserve BETWEEN 0 AND 1000000000000000),
  PRIMARY KEY (line_id, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan (
  id             INTEGER PRIMARY KEY CHECK (id = 1),
  title          TEXT    NOT NULL,
  organisation   TEXT    NOT NULL,
  from_year      INTEGER NOT NULL CHECK (from_year BETWEEN 2000 AND 2100),
  to_year        INTEGER NOT NULL CHECK (to_year BETWEEN from_year AND 2100),
  basis          TEXT    NOT NULL,
  policy TEXT NOT NULL DEFAULT '{}') STRICT;

CREATE TABLE programmes (
  id        INTEGER PRIMARY KEY,
  code      TEXT    NOT NULL UNIQUE,
  name      TEXT    NOT NULL,
  kind      TEXT    NOT NULL,
  parent_id INTEGER REFERENCES programmes (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE project_needs (
  project_id INTEGER NOT NULL REFERENCES projects (id) DEFERRABLE INITIALLY DEFERRED,
  year       INTEGER NOT NULL,
  need       INTEGER NOT NULL CHECK (need BETWEEN 0 AND 1000000000000000),
  PRIMARY KEY (project_id, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE project_ratios (
  project_id   INTEGER NOT NULL REFERENCES projects (id) DEFERRABLE INITIALLY DEFERRED,
  programme_id INTEGER NOT NULL REFERENCES programmes (id) DEFERRABLE INITIALLY DEFERRED,
  ratio        INTEGER NOT NULL CHECK (ratio BETWEEN 0 AND 10000), -- basis points
  PRIMARY KEY (project_id, programme_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE projects (
  id               INTEGER PRIMARY KEY,
  code             TEXT    NOT NULL,
  name             TEXT    NOT NULL,
  place            TEXT    NOT NULL,
  is_border        INTEGER NOT NULL CHECK (is_border IN (0, 1)),
  sector           TEXT    NOT NULL,
  task             TEXT    NOT NULL,
  project_group    TEXT    NOT NULL,
  stage            TEXT    NOT NULL,
  capital_type     TEXT    NOT NULL,
  owner            TEXT    NOT NULL,
  start_year       INTEGER,
  end_year         INTEGER,
  total_investment INTEGER NOT NULL CHECK (total_investment BETWEEN 0 AND 1000000000000000),
  funded_before    INTEGER NOT NULL CHECK (funded_before BETWEEN 0 AND 1000000000000000),
  arrears          INTEGER NOT NULL CHECK (arrears BETWEEN 0 AND 1000000000000000),
  advance          INTEGER NOT NULL CHECK (advance BETWEEN 0 AND 1000000000000000),
  decision         TEXT    NOT NULL,
  decision_date    TEXT    NOT NULL,
  exception        TEXT    NOT NULL
, region TEXT NOT NULL DEFAULT '') STRICT;

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
