import Database from 'better-sqlite3'
import type { Plan } from '../../src/core/plan.ts'

const SCHEMA = `
  CREATE TABLE allocation (project INTEGER, line INTEGER, year INTEGER, amount INTEGER,
    PRIMARY KEY (project, line, year)) WITHOUT ROWID, STRICT;
  CREATE VIEW by_project AS SELECT project, year, SUM(amount) AS sum FROM allocation GROUP BY project, year;
  CREATE VIEW by_line AS SELECT line, year, SUM(amount) AS sum FROM allocation GROUP BY line, year;
  CREATE VIEW by_year AS SELECT year, SUM(amount) AS sum FROM allocation GROUP BY year;
`

/** The plan's totals as views of a database in memory. */
export class SqlPeer {
  private readonly database = new Database(':memory:')

  constructor(plan: Plan) {
    this.database.defaultSafeIntegers(true).exec(SCHEMA)
    const insert = this.database.prepare('INSERT INTO allocation VALUES (?, ?, ?, ?)')
    this.database.transaction(() => {
      for (const { project, line, year, amount } of plan.allocations) {
        insert.run(project, line, year, amount)
      }
    })()
  }

  /** Counts every total again and gives the sum of all. */
  recompute(): bigint {
    for (const view of ['by_project', 'by_line']) {
      this.database.prepare(`SELECT * FROM ${view}`).all()
    }
    const years = this.database.prepare('SELECT sum FROM by_year').pluck().all() as bigint[]
    return years.reduce((total, sum) => total + sum, 0n)
  }

  close(): void {
    this.database.close()
  }
}
