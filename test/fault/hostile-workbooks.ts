import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { WorkbenchError } from '../../src/core/error.ts'
import { askIntake } from '../../src/engine/workbook/intake-process.ts'
import { TRAILER_BYTES } from '../../src/engine/workbook/trailer.ts'
import { sealPages } from '../builders/sealed-pages.ts'

/** How a crafted file was received. */
export interface HostileVerdict {
  readonly name: string
  readonly code: string
  readonly ms: number
  readonly megabytes: number
}

type Craft = (pages: Buffer) => Buffer

/** Changes the pages by statements; the schema may be written directly. */
const sql =
  (...statements: readonly string[]): Craft =>
  (pages) => {
    const db = new Sqlite(Buffer.from(pages))
    try {
      db.unsafeMode(true)
      for (const pragma of ['writable_schema = ON', 'ignore_check_constraints = ON'])
        db.pragma(pragma)
      db.pragma('foreign_keys = OFF')
      for (const statement of statements) db.exec(statement)
      return db.serialize()
    } finally {
      db.close()
    }
  }

/** Writes a number of the header. */
const header =
  (offset: number, bytes: readonly number[]): Craft =>
  (pages) => {
    const changed = Buffer.from(pages)
    changed.set(bytes, offset)
    return changed
  }

const rewrite = (table: string, from: string, to: string) =>
  `UPDATE sqlite_schema SET sql = replace(sql, '${from}', '${to}') WHERE name = '${table}'`

/** An expression that keeps a database busy over every row, with nothing to interrupt it. */
const ENDLESS = Array.from(
  { length: 60 },
  (_, at) => `length(hex(zeroblob(90000000 + id + ${at})))`,
).join(' + ')

const CRAFTS: Readonly<Record<string, Craft>> = {
  'a trigger': sql('CREATE TRIGGER t AFTER INSERT ON projects BEGIN DELETE FROM projects; END'),
  'a view': sql('CREATE VIEW v AS SELECT * FROM projects'),
  'a table replaced by a view': sql(
    'DROP TABLE allocations',
    'CREATE VIEW allocations AS SELECT 1 AS project_id, 1 AS line_id, 2026 AS year, 1 AS amount',
  ),
  'a virtual table': sql('CREATE VIRTUAL TABLE search USING fts5(text)'),
  'planner statistics': sql('ANALYZE'),
  'another table': sql('CREATE TABLE extra (id INTEGER) STRICT'),
  'another column': sql('ALTER TABLE projects ADD COLUMN extra TEXT'),
  'a computed column': sql(
    'ALTER TABLE projects ADD COLUMN extra TEXT AS (hex(zeroblob(1000000)))',
  ),
  'an index on an expression': sql('CREATE INDEX i ON projects (length(name))'),
  'another condition': sql(
    rewrite('projects', 'name             TEXT    NOT NULL', 'name TEXT NOT NULL CHECK (name > 0)'),
  ),
  'an index without end': sql(
    'CREATE INDEX endless ON projects (length(name))',
    rewrite('endless', 'length(name)', ENDLESS),
  ),
  'a condition taken away': sql(
    rewrite('allocations', 'CHECK (amount BETWEEN 1 AND 1000000000000000)', ''),
  ),
  'a default with a function': sql(
    rewrite(
      'projects',
      'exception        TEXT    NOT NULL',
      'exception TEXT NOT NULL DEFAULT (randomblob(9))',
    ),
  ),
  'two tables on one page': sql(
    "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'plan') WHERE name = 'programmes'",
  ),
  'a table on no page': sql("UPDATE sqlite_schema SET rootpage = 0 WHERE name = 'programmes'"),
  'a table beyond the end': sql("UPDATE sqlite_schema SET rootpage = 999999 WHERE name = 'plan'"),
  'a thousand tables': sql(...Array.from({ length: 1_000 }, (_, at) => `CREATE TABLE t${at} (x)`)),
  'nonsense for a definition': sql(
    "UPDATE sqlite_schema SET sql = 'CREATE TABLE' WHERE name = 'plan'",
  ),
  'rows that point nowhere': sql("INSERT INTO allocations VALUES (99999, 1, 2026, 1, '', 0)"),
  'an amount beyond every limit': sql('UPDATE projects SET advance = 9223372036854775807'),
  'a name that turns its direction': sql("UPDATE projects SET name = 'a' || char(8238) || 'b'"),
  'a text of fifty million characters': sql("UPDATE plan SET basis = printf('%.50000000c', 'x')"),
  'a word no plan knows': sql("UPDATE projects SET stage = 'xong'"),
  'a list that is none': sql("UPDATE funding_lines SET sectors = '{'"),
  'a log with a gap': sql('DELETE FROM change_log WHERE seq = 2'),
  'a log with another author': sql("UPDATE change_log SET author = 'ai đó'"),
  'a page size of 512': header(16, [2, 0]),
  'a write-ahead log': header(18, [2, 2]),
  'another text encoding': header(56, [0, 0, 0, 2]),
  'a version to come': header(60, [0, 0, 0, 99]),
  'no version': header(60, [0, 0, 0, 0]),
  "another program's mark": header(68, [0, 0, 0, 1]),
  'more pages than there are': header(28, [0, 0xff, 0xff, 0xff]),
  'a circle of free pages': header(32, [0, 0, 0, 2, 0, 0, 0, 9]),
  'another schema format': header(44, [0, 0, 0, 9]),
}

/** Gives crafted files to the intake process and measures how it receives each; the first is the honest one. */
export function receiveHostile(whole: Buffer, folder: string): readonly HostileVerdict[] {
  const pages = whole.subarray(0, whole.length - TRAILER_BYTES)
  const receive = (name: string, craft: Craft) => {
    const crafted = craft(pages)
    const path = join(folder, 'hostile.lgw')
    writeFileSync(path, sealPages(crafted))
    return measure(name, path, folder)
  }
  return [
    receive('the honest file', (honest) => honest),
    ...Object.entries(CRAFTS).map(([name, craft]) => receive(name, craft)),
    ...receiveOther(folder),
  ]
}

/** What is no file, or no workbook, at all. */
function receiveOther(folder: string): readonly HostileVerdict[] {
  const pipe = join(folder, 'ống.lgw')
  const directory = join(folder, 'thư mục.lgw')
  const zip = join(folder, 'nén.lgw')
  spawnSync('mkfifo', [pipe])
  mkdirSync(directory)
  writeFileSync(zip, Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(8192)]))
  return [
    measure('a pipe nobody writes to', pipe, folder),
    measure('a folder', directory, folder),
    measure('an archive', zip, folder),
    measure('a device without an end', '/dev/zero', folder),
  ]
}

function measure(name: string, path: string, folder: string): HostileVerdict {
  const memory = join(folder, 'memory')
  const target = join(folder, 'target.db')
  // The process says at its end how much memory it took at most.
  const note = `process.on('exit', () => process.getBuiltinModule('node:fs').writeFileSync(${JSON.stringify(memory)}, String(process.resourceUsage().maxRSS)))`
  const { code, ms } = askWith(note, path, target)
  return { name, code, ms, megabytes: Math.round(Number(readFileSync(memory)) / 1024) }
}

/** Asks the intake process, which first runs a script of ours. */
function askWith(script: string, path: string, target: string): { code: string; ms: number } {
  const before = process.env['NODE_OPTIONS']
  process.env['NODE_OPTIONS'] = `--import=data:text/javascript,${encodeURIComponent(script)}`
  const start = performance.now()
  try {
    return { code: ask(path, target), ms: Math.round(performance.now() - start) }
  } finally {
    if (before === undefined) delete process.env['NODE_OPTIONS']
    else process.env['NODE_OPTIONS'] = before
    rmSync(target, { force: true })
  }
}

/** How the intake process ends when it never comes to an end, and when it takes ever more memory. */
export function exhaustIntake(path: string, folder: string) {
  const target = join(folder, 'target.db')
  const hungry = `const held = []; setInterval(() => held.push(Buffer.alloc(64 << 20, 1)), 10)`
  return {
    endless: askWith('for (;;);', path, target),
    hungry: askWith(hungry, path, target),
  }
}

function ask(path: string, target: string): string {
  try {
    askIntake('take-in', path, target)
    return 'accepted'
  } catch (error) {
    return error instanceof WorkbenchError ? error.code : String(error)
  }
}

/** How long the check pragma alone takes over the index without end before it is killed, ms: why the order matters. */
export function checkFirst(
  whole: Buffer,
  folder: string,
  patience: number,
): { ms: number; isKilled: boolean } {
  const craft = CRAFTS['an index without end']
  const path = join(folder, 'endless.db')
  if (craft) writeFileSync(path, craft(whole.subarray(0, whole.length - TRAILER_BYTES)))
  const script = `const Sqlite = require('better-sqlite3'); new Sqlite(${JSON.stringify(path)}, { readonly: true }).pragma('integrity_check(1)')`
  const start = performance.now()
  const { signal } = spawnSync(process.execPath, ['-e', script], {
    timeout: patience,
    killSignal: 'SIGKILL',
    cwd: process.cwd(),
  })
  return { ms: Math.round(performance.now() - start), isKilled: signal === 'SIGKILL' }
}
