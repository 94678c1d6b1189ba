import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { exportTable } from '../../../src/engine/exchange/export-plan.ts'
import { createSample } from '../../../src/engine/sample.ts'
import { WorkbookSession } from '../../../src/engine/session.ts'
import { recalculateWithOffice } from '../../bench/office-recalculation.ts'
import { useTemporaryFolder } from '../../builders/temporary-folder.ts'

const folder = useTemporaryFolder()
const hasOffice = spawnSync('soffice', ['--version']).status === 0

// Where there is no LibreOffice there is no second program to ask.
test.runIf(hasOffice).each(['matrix', 'annual', 'list'] as const)(
  'LibreOffice opens the sheet %s and works its sums out to our figures',
  async (what) => {
    const { index, file } = new WorkbookSession(await createSample())
    const bytes = await exportTable(index.plan, index, what, 'xlsx', {
      unit: 'million',
      language: 'vi',
      stamp: '',
    })
    file.discard()
    const recalculated = recalculateWithOffice(bytes, folder.path)
    expect(recalculated?.formulas).toBeGreaterThan(10)
    expect(recalculated?.differences).toEqual([])
  },
  120_000,
)
