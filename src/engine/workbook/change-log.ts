import { randomFillSync } from 'node:crypto'
import type { Database, Statement } from 'better-sqlite3'
import { ulid } from 'ulid'
import { z } from 'zod'
import type { HistoryEntry, HistoryKind, HistorySummary } from '../../contract/plan-view.ts'
import type { PlanChange } from '../../core/plan-change.ts'
import { type ChainedEntry, hashEntry, lastHash } from './change-chain.ts'
import { decodeChange, encodeChange } from './change-codec.ts'
import { query, readRows } from './tables.ts'

/** What an entry does: an act, or one step back or forth over an earlier act. */
export type LogStep =
  | { readonly step: 'do' }
  | { readonly step: 'undo' | 'redo'; readonly of: number }

/** One act to be logged. */
export interface LogDraft {
  readonly at: string
  readonly author: string
  readonly summary: HistorySummary
  readonly step: LogStep
  readonly changes: readonly PlanChange[]
}

const KINDS = [
  'created',
  'allocation-set',
  'cells-pasted',
  'cells-filled',
  'cells-cleared',
  'cells-spread',
  'held',
  'released',
  'import',
  'entry-set',
  'entry-added',
  'entry-removed',
  'salvaged',
  'fix',
  'policy-set',
  'waived',
  'unwaived',
  'undo',
  'redo',
] as const satisfies readonly HistoryKind[]

// Amounts are tagged, so that a code made of digits stays text.
const detailSchema = z.record(
  z.string(),
  z.union([
    z.string(),
    z.number(),
    z.strictObject({ amount: z.string() }).transform(({ amount }) => BigInt(amount)),
  ]),
)

/** The append-only log inside a workbook; undo and redo are read from it, so they survive save and reopen. */
export class ChangeLog {
  private readonly insertEntry: Statement
  private readonly insertItem: Statement
  private readonly insertHash: Statement
  /** What the acts of this session and those stepped over were, so that an edit need not ask the tables. */
  private readonly summaries = new Map<number, HistorySummary>()
  /** Acts that can be undone and redone, last on top. */
  private readonly undoable: number[] = []
  private readonly redoable: number[] = []
  private last = 0
  private hash: string
  /** The hash of the entry written last, which counts once its transaction is committed. */
  private nextHash = ''

  constructor(private readonly db: Database) {
    this.insertEntry = db.prepare(
      'INSERT INTO change_log (seq, id, at, author, kind, detail, step, step_of) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    )
    this.insertItem = db.prepare('INSERT INTO change_items (seq, ordinal, edit) VALUES (?, ?, ?)')
    this.insertHash = db.prepare('INSERT INTO change_hashes (seq, previous, hash) VALUES (?, ?, ?)')
    this.hash = lastHash(db)
    const steps = query
      .selectFrom('change_log')
      .select(['seq', 'kind', 'step', 'step_of'])
      .orderBy('seq')
    for (const { seq, kind, step, step_of } of readRows(db, steps)) {
      this.last = Number(seq)
      if (kind !== 'created') this.follow(Number(seq), step, Number(step_of ?? 0))
    }
  }

  /** The number of the latest entry. */
  get revision(): number {
    return this.last
  }

  /** The act undo would invert, or null. */
  get nextUndo(): number | null {
    return this.undoable.at(-1) ?? null
  }

  /** The act redo would repeat, or null. */
  get nextRedo(): number | null {
    return this.redoable.at(-1) ?? null
  }

  /** Writes an entry; the caller holds the transaction and calls `confirm` after its commit. */
  append({ at, author, summary, step, changes }: LogDraft): number {
    const entry: ChainedEntry = {
      seq: this.last + 1,
      id: ulid(Date.parse(at), drawRandom),
      at,
      author,
      kind: summary.kind,
      detail: encodeDetail(summary.detail),
      step: step.step,
      step_of: step.step === 'do' ? null : step.of,
    }
    // An undo or redo repeats edits that stand in the log already; only acts carry their own.
    const edits = step.step === 'do' ? changes.map(encodeChange) : []
    this.write(entry, edits)
    return this.last + 1
  }

  /** Counts an entry as written. */
  confirm(seq: number, { summary, step }: Pick<LogDraft, 'summary' | 'step'>): void {
    this.last = seq
    this.hash = this.nextHash
    this.summaries.set(seq, summary)
    if (summary.kind !== 'created') this.follow(seq, step.step, step.step === 'do' ? 0 : step.of)
  }

  /** Every step ever taken, oldest first: an act's own edits, or those of the act it repeats or takes back. */
  *steps(): Generator<{ step: string; changes: PlanChange[] }> {
    const steps = query.selectFrom('change_log').select(['seq', 'step', 'step_of']).orderBy('seq')
    for (const { seq, step, step_of } of readRows(this.db, steps)) {
      yield { step, changes: this.changesOf(Number(step_of ?? seq)) }
    }
  }

  /** The edits of an act. */
  changesOf(seq: number): PlanChange[] {
    const items = query
      .selectFrom('change_items')
      .select('edit')
      .where('seq', '=', BigInt(seq))
      .orderBy('ordinal')
    return readRows(this.db, items).map(({ edit }) => decodeChange(edit))
  }

  /** What an act was. */
  summaryOf(seq: number): HistorySummary | null {
    const known = this.summaries.get(seq) ?? this.entries({ seq })[0]?.summary
    if (known) this.summaries.set(seq, known)
    return known ?? null
  }

  /** Entries, newest first; all of them unless limited. */
  entries({ limit, seq }: { limit?: number; seq?: number } = {}): HistoryEntry[] {
    let entries = query.selectFrom('change_log').selectAll().orderBy('seq', 'desc')
    if (seq !== undefined) entries = entries.where('seq', '=', BigInt(seq))
    if (limit !== undefined) entries = entries.limit(limit)
    return readRows(this.db, entries).map((row) => {
      const kind = z.enum(KINDS).parse(row.kind)
      const detail = detailSchema.parse(JSON.parse(row.detail))
      const { at, author, id: group } = row
      return { seq: Number(row.seq), at, author, kind, summary: { kind, detail }, group }
    })
  }

  private write(entry: ChainedEntry, edits: readonly string[]): void {
    const { seq, id, at, author, kind, detail, step, step_of } = entry
    this.insertEntry.run(seq, id, at, author, kind, detail, step, step_of)
    for (const [ordinal, edit] of edits.entries()) this.insertItem.run(seq, ordinal, edit)
    this.nextHash = hashEntry(this.hash, entry, edits)
    this.insertHash.run(seq, this.hash, this.nextHash)
  }

  private follow(seq: number, step: string, of: number): void {
    if (step === 'do') {
      this.undoable.push(seq)
      this.redoable.length = 0
    } else if (step === 'undo') {
      this.undoable.pop()
      this.redoable.push(of)
    } else {
      this.redoable.pop()
      this.undoable.push(of)
    }
  }
}

const random = new Uint8Array(1024)
let drawn = random.length

/** A number from 0 to 1. Bytes are fetched many at a time: an id takes sixteen, and fetching costs as much for one. */
function drawRandom(): number {
  if (drawn === random.length) {
    randomFillSync(random)
    drawn = 0
  }
  drawn += 1
  return (random[drawn - 1] as number) / 256
}

function encodeDetail(detail: HistorySummary['detail']): string {
  return JSON.stringify(detail, (_key, value: unknown) =>
    typeof value === 'bigint' ? { amount: value.toString() } : value,
  )
}
