import type { EngineEventName, EngineEvents } from '../contract/events.ts'
import type { FileState, HistorySummary } from '../contract/plan-view.ts'
import { WorkbenchError } from '../core/error.ts'
import { listHolds } from '../core/hold.ts'
import type { Plan } from '../core/plan.ts'
import { type PlanChange, invertChanges, movesHold } from '../core/plan-change.ts'
import { PlanIndex } from '../core/plan-index.ts'
import { CurrentFlags } from '../core/rules/current-flags.ts'
import { describeDelta } from './plan-views.ts'
import { withWaivedSubjects } from './waived-subjects.ts'
import { type Act, actWriter } from './workbook/act-writer.ts'
import { ChangeLog, type LogStep } from './workbook/change-log.ts'
import { hashPlan, loadPlan } from './workbook/plan-store.ts'
import type { WorkbookFile } from './workbook/workbook-file.ts'

/** Tells whoever listens what moved. */
export type Announce = <E extends EngineEventName>(event: E, payload: EngineEvents[E]) => void

/** One open workbook: the plan in memory, its tables and its log move together or not at all. */
export class WorkbookSession {
  readonly index: PlanIndex
  readonly log: ChangeLog
  private current: CurrentFlags | null = null
  /** Writes an act to the tables and the log, all or nothing, and gives its number. */
  private readonly commit: (act: Act) => number

  constructor(
    readonly file: WorkbookFile,
    private readonly announce: Announce = () => {},
    private readonly now: () => Date = () => new Date(),
  ) {
    this.index = new PlanIndex(loadPlan(file.db))
    this.log = new ChangeLog(file.db)
    this.commit = actWriter(file.db, this.log)
  }

  /** The plan in memory; only the session changes it. */
  get plan(): Plan {
    return this.index.plan
  }

  /** The flags of the plan as it stands, found when first asked for: what opens or takes up a workbook answers before. */
  get flags(): CurrentFlags {
    this.current ??= new CurrentFlags(this.index)
    return this.current
  }

  /** The number of the latest change. */
  get revision(): number {
    return this.log.revision
  }

  /** Carries out edits as one act, on disk before this returns; no edits, no act. */
  edit(summary: HistorySummary, changes: readonly PlanChange[]): number {
    if (changes.length === 0) return this.revision
    return this.act(summary, changes, { step: 'do' })
  }

  /** Takes back the latest act. @throws `nothing-to-undo` */
  undo(): number {
    const of = this.log.nextUndo
    if (of === null) throw new WorkbenchError('nothing-to-undo')
    return this.act(this.stepSummary('undo', of), invertChanges(this.log.changesOf(of)), {
      step: 'undo',
      of,
    })
  }

  /** Repeats the act taken back last. @throws `nothing-to-redo` */
  redo(): number {
    const of = this.log.nextRedo
    if (of === null) throw new WorkbenchError('nothing-to-redo')
    return this.act(this.stepSummary('redo', of), this.log.changesOf(of), { step: 'redo', of })
  }

  /** Where the workbook stands on disk, and what undo and redo would step. */
  fileState(): FileState {
    const { nextUndo, nextRedo } = this.log
    return {
      ...this.file.state(this.revision),
      undo: nextUndo === null ? null : this.log.summaryOf(nextUndo),
      redo: nextRedo === null ? null : this.log.summaryOf(nextRedo),
    }
  }

  /** The content hash of the plan as it stands. */
  contentHash(): string {
    return hashPlan(this.plan)
  }

  /** Publishes to a path, or to the workbook's own. */
  save(path: string | null): FileState {
    this.file.save(path, this.plan, this.revision)
    const state = this.fileState()
    this.announce('file.changed', state)
    return state
  }

  /** Looks at the file on disk again and announces what changed about it. */
  observeFile(): void {
    if (this.file.observe()) this.announce('file.changed', this.fileState())
  }

  /** The moment, as what is done now is dated. */
  currentTime(): Date {
    return this.now()
  }

  private act(summary: HistorySummary, changes: readonly PlanChange[], step: LogStep): number {
    this.file.checkEdit()
    const { flags } = this
    const touched = this.index.apply(changes)
    try {
      this.record(summary, changes, step)
    } catch (error) {
      this.index.apply(invertChanges(changes))
      throw error
    }
    const subjects = withWaivedSubjects(flags.follow(touched), changes)
    if (touched.isStructural) this.announce('plan.replaced', { revision: this.revision })
    else {
      const moved = { touched, subjects }
      this.announce('plan.changed', describeDelta(this.index, flags, this.revision, moved))
    }
    if (changes.some(movesHold)) this.announce('holds.changed', listHolds(this.plan))
    this.announce('file.changed', this.fileState())
    return this.revision
  }

  private record(summary: HistorySummary, changes: readonly PlanChange[], step: LogStep): void {
    const at = this.now().toISOString()
    const seq = this.commit({ at, summary, step, changes })
    this.log.confirm(seq, { summary, step })
  }

  private stepSummary(kind: 'undo' | 'redo', of: number): HistorySummary {
    const original = this.log.summaryOf(of)
    return { kind, detail: { ...original?.detail, of, what: original?.kind ?? '' } }
  }
}
