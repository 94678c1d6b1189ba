import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import type { ElectronApplication, Page } from 'playwright-core'
import type { PlanColumns } from '../../src/renderer/plan/plan-columns.ts'
import { bandLines } from '../../src/renderer/plan/programme-bands.ts'
import { type TableData, showVirtualTable } from './virtual-table.ts'
import { scrollFrames, textsInSight } from './window-probes.ts'

const PAGE = fileURLToPath(new URL('virtual-table.html', import.meta.url))
const FRAMES = 100
const NO_FLAGS = { count: 0, severity: null } as const
const MARKS = { error: '⬣', warning: '▲', info: '●' } as const

/** The hand-written table in a window of the same Electron, once it shows what the matrix shows. */
export class PeerTable {
  private constructor(
    private readonly page: Page,
    private readonly rows: number,
    /** From the data to its first paint, ms. */
    readonly painted: number,
  ) {}

  static async open(
    app: ElectronApplication,
    columns: PlanColumns,
    texts: Readonly<Record<string, string>>,
  ): Promise<PeerTable> {
    const opening = app.waitForEvent('window')
    await app.evaluate(async ({ BrowserWindow }, path) => {
      const [width = 0, height = 0] = BrowserWindow.getAllWindows()[0]?.getContentSize() ?? []
      // The window's own session serves only its own page.
      const webPreferences = { partition: 'peer' }
      const window = new BrowserWindow({ width, height, useContentSize: true, webPreferences })
      await window.loadFile(path)
    }, PAGE)
    const page = await opening
    const painted = await page.evaluate(showVirtualTable, tableOf(columns))
    checkTexts(await page.evaluate(textsInSight), texts)
    return new PeerTable(page, columns.projectIds.length, painted)
  }

  /** Frames of a scroll by so many px each. */
  scroll(step: number): Promise<number[]> {
    const frames = Math.min(FRAMES, Math.floor((this.rows * 20) / step))
    return this.page.evaluate(scrollFrames, { selector: '#table', step, frames })
  }
}

function tableOf(columns: PlanColumns): TableData {
  const year = columns.years[0] ?? 0
  const lines = bandLines(columns.lines, columns.programmes).flatMap((band) => band.lines)
  const ids = [...columns.projectIds]
  const sums = ids.map((id) => columns.sumsOfProject(id, year))
  return {
    codes: columns.projects.map(({ code }) => code),
    names: columns.projects.map(({ name }) => name),
    lines: lines.map(({ id }) => id),
    need: sums.map(({ need }) => Number(need)),
    allocated: sums.map(({ allocated }) => Number(allocated)),
    programmes: sums.map(({ programmes }) => programmes),
    flags: ids.map((id) => {
      const { count, severity } = columns.flagsOfProject(id, year) ?? NO_FLAGS
      return severity ? `${MARKS[severity]} ${count}` : ''
    }),
    cells: ids.flatMap((id, row) =>
      lines.flatMap((line, at) => {
        const amount = columns.amountAt(id, line.id, year)
        return amount === 0n ? [] : [row, at, Number(amount)]
      }),
    ),
  }
}

/** Amounts on lines that may not pay are marked and cut shorter in the matrix; all else is alike to the letter. */
function checkTexts(
  peer: Readonly<Record<string, string>>,
  ours: Readonly<Record<string, string>>,
): void {
  const alike = Object.entries(ours).filter(
    ([key, text]) => key in peer && !(key.includes('line:') && text.startsWith('▲')),
  )
  assert.ok(alike.length > 200, `only ${alike.length} cells are in both tables`)
  for (const [key, text] of alike) assert.equal(peer[key], text, key)
}
