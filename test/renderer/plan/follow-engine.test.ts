import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { PlanDelta } from '../../../src/contract/plan-view.ts'
import { money } from '../../../src/core/money.ts'
import { enterAllocation } from '../../../src/engine/enter-allocation.ts'
import type { Announce, WorkbookSession } from '../../../src/engine/session.ts'
import { viewSession, viewSessionFlags } from '../../../src/engine/view-session.ts'
import { EngineClient } from '../../../src/renderer/hooks/engine-client.ts'
import { followEngine } from '../../../src/renderer/plan/follow-engine.ts'
import { PlanColumns } from '../../../src/renderer/plan/plan-columns.ts'
import { usePlan } from '../../../src/renderer/plan/plan-store.ts'
import { openSmallWorkbook, smallLine, smallProject } from '../../builders/small-workbook.ts'
import { useTemporaryFolder } from '../../builders/temporary-folder.ts'
import { type ServedPort, serveSession } from '../serve-session.ts'

useTemporaryFolder()

const YEARS = [2026, 2027, 2028]

let session: WorkbookSession
let port: ServedPort
let client: EngineClient
let isHeard = true
let stop: () => void
let deltas: PlanDelta[] = []

beforeEach(async () => {
  isHeard = true
  deltas = []
  session = openSmallWorkbook(announce)
  addSecondPair()
  port = serveSession(() => session)
  client = new EngineClient()
  stop = followEngine(client, (error) => {
    throw error
  })
  client.attach(port.page)
  await vi.waitFor(() => expect(usePlan.getState().columns).not.toBeNull())
  await settle()
})

afterEach(() => {
  stop()
  client.detach()
  port.stop()
  usePlan.setState({ columns: null, revision: -1, hasFlags: false })
})

const announce: Announce = (event, payload) => {
  if (event === 'plan.changed') deltas.push(payload as PlanDelta)
  if (isHeard) port?.announce(event, payload)
}

function addSecondPair(): void {
  session.edit({ kind: 'import', detail: { added: 2, updated: 0 } }, [
    { kind: 'line-set', id: 2, before: null, after: { ...smallLine, id: 2, code: 'XSKT' } },
    {
      kind: 'project-set',
      id: 2,
      before: null,
      after: { ...smallProject, id: 2, code: '7654322' },
    },
  ])
}

async function settle(): Promise<void> {
  await vi.waitFor(() => expect(usePlan.getState().revision).toBe(session.revision))
  await vi.waitFor(() =>
    expect(usePlan.getState()).toMatchObject({ isLoading: false, hasFlags: true }),
  )
}

/** Everything a window prints, as plain values. */
function printed(columns: PlanColumns) {
  const { projects, lines } = columns
  return {
    revision: columns.revision,
    flagCount: columns.flagCount,
    cells: projects.flatMap((p) =>
      lines.flatMap((l) => YEARS.map((y) => columns.amountAt(p.id, l.id, y))),
    ),
    projects: projects.flatMap((p) => YEARS.map((y) => columns.sumsOfProject(p.id, y))),
    lines: lines.flatMap((l) => YEARS.map((y) => columns.sumsOfLine(l.id, y))),
    totals: YEARS.map((y) => columns.totalsOf(y)),
    flags: [
      ...projects.flatMap((p) => YEARS.map((y) => columns.flagsOfProject(p.id, y))),
      ...lines.flatMap((l) => YEARS.map((y) => columns.flagsOfLine(l.id, y))),
    ],
    counts: columns.flagCounts,
  }
}

function countOpen(): number {
  const { error, warning, info } = session.flags.counts()
  return error + warning + info
}

function fresh(): ReturnType<typeof printed> {
  const columns = new PlanColumns(viewSession(session))
  columns.showFlags(viewSessionFlags(session))
  return printed(columns)
}

function shown(): ReturnType<typeof printed> {
  const { columns } = usePlan.getState()
  if (!columns) throw new Error('nothing is shown')
  return printed(columns)
}

test('one edit reaches the cell, its sums and the flags', async () => {
  await client.call('plan.enterAmount', {
    project: 1,
    line: 1,
    year: 2026,
    text: '1,5 tỷ',
    unit: 'dong',
    language: 'vi',
  })
  await settle()
  const { columns } = usePlan.getState()
  expect(columns?.amountAt(1, 1, 2026)).toBe(money(1_500_000_000))
  expect(columns?.sumsOfLine(1, 2026).remaining).toBe(money(400_000_000))
  expect(columns?.flagCount).toBe(countOpen())
  expect(session.flags.of('project:1').map(({ code }) => code)).not.toContain('underfunded')
})

test('after any edits what is shown is what a fresh view would show', async () => {
  const edit = fc.record({
    project: fc.constantFrom(1, 2),
    line: fc.constantFrom(1, 2),
    year: fc.constantFrom(...YEARS),
    text: fc.bigInt({ min: 0n, max: 3_000_000_000n }).map(String),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
      for (const { project, line, year, text } of edits)
        enterAllocation(session, { project, line, year }, text, 'dong')
      await settle()
      expect(shown()).toEqual(fresh())
    }),
    { numRuns: 30 },
  )
})

test('asks for the whole view again when a delta was missed', async () => {
  isHeard = false
  enterAllocation(session, { project: 1, line: 1, year: 2026 }, '100', 'million')
  isHeard = true
  enterAllocation(session, { project: 2, line: 2, year: 2027 }, '200', 'million')
  await settle()
  expect(shown()).toEqual(fresh())
})

test('loses nothing announced while a view was on its way', async () => {
  // Announced after the view was taken and before it was sent.
  port.beforeReply = () =>
    enterAllocation(session, { project: 1, line: 2, year: 2026 }, '300', 'million')
  port.announce('plan.replaced', { revision: session.revision })
  await vi.waitFor(() => expect(port.beforeReply).toBeNull())
  await settle()
  expect(shown()).toEqual(fresh())
})

test('shows the plan of a restarted engine', async () => {
  port.stop()
  client.detach()
  isHeard = false
  enterAllocation(session, { project: 1, line: 1, year: 2026 }, '7', 'million')
  isHeard = true
  port = serveSession(() => session)
  client.attach(port.page)
  await settle()
  expect(shown()).toEqual(fresh())
})

test('asks a restarted engine for nothing it shows already', async () => {
  const before = usePlan.getState().columns
  port.stop()
  client.detach()
  port = serveSession(() => session)
  client.attach(port.page)
  await vi.waitFor(() => expect(port.answered).toContain('plan.stand'))
  await settle()
  expect(port.answered).not.toContain('plan.view')
  expect(usePlan.getState().columns).toBe(before)
  enterAllocation(session, { project: 1, line: 1, year: 2026 }, '8', 'million')
  await settle()
  expect(shown()).toEqual(fresh())
})

/** Another workbook in the window, at the same revision. */
function showAnother(): void {
  const other = openSmallWorkbook(announce)
  session.file.discard()
  session = other
  addSecondPair()
  while (session.revision < usePlan.getState().revision)
    enterAllocation(session, { project: 2, line: 2, year: 2028 }, `=${session.revision}`, 'dong')
  client.detach()
  port = serveSession(() => session)
  client.attach(port.page)
}

test('shows another workbook whole, though it stands at the same revision', async () => {
  const before = usePlan.getState().columns
  showAnother()
  await vi.waitFor(() => expect(usePlan.getState().columns).not.toBe(before))
  expect(shown()).toEqual(fresh())
})

test('shows the figures before the flags, and no flag where none is known', async () => {
  const seen: (number | null | undefined)[] = []
  const unsubscribe = usePlan.subscribe(({ columns }) => seen.push(columns?.flagCount))
  showAnother()
  await vi.waitFor(() => expect(seen).toContain(null))
  await settle()
  unsubscribe()
  expect(seen.at(-1)).toBe(countOpen())
  expect(shown()).toEqual(fresh())
})

test('lays no flags of an edit over flags that are not there yet', () => {
  const columns = new PlanColumns(viewSession(session))
  enterAllocation(session, { project: 1, line: 1, year: 2026 }, '6', 'million')
  const flags = viewSessionFlags(session)
  const [delta] = deltas.slice(-1)
  if (!delta) throw new Error('nothing was announced')
  expect(columns.showFlags(flags)).toBe(false)
  expect(columns.apply(delta)).toBe(true)
  expect([columns.flagCount, columns.flagsOfProject(1, 2026)]).toEqual([null, null])
  expect(columns.showFlags(flags)).toBe(true)
  expect(printed(columns)).toEqual(fresh())
})

test('asks again for flags that an edit left behind', async () => {
  showAnother()
  // The flags are found, edited and only then sent.
  port.beforeReplyTo('plan.flags', () =>
    enterAllocation(session, { project: 1, line: 2, year: 2027 }, '9', 'million'),
  )
  await vi.waitFor(() =>
    expect(port.answered.filter((method) => method === 'plan.flags')).toHaveLength(2),
  )
  await settle()
  expect(shown()).toEqual(fresh())
})
