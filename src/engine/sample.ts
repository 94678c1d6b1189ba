import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { TABLE_KINDS } from '../contract/tables.ts'
import { createWorkbook } from './create-workbook.ts'
import { planTables } from './import-tables.ts'
import { WorkbookSession } from './session.ts'
import type { WorkbookFile } from './workbook/workbook-file.ts'

const TITLE = 'Kế hoạch lồng ghép vốn các xã biên giới Kon Tum (cũ), tỉnh Quảng Ngãi 2026–2028'

/** The shipped sample: real figures where there are some, the rest labelled synthetic row by row. */
export async function createSample(): Promise<WorkbookFile> {
  const file = createWorkbook(TITLE, 2026, 2028)
  const folder = findSample()
  const places = TABLE_KINDS.map((kind) => ({ kind, path: join(folder, `${kind}.csv`), read: {} }))
  const session = new WorkbookSession(file)
  const options = { unit: 'dong', numberFormat: 'plain' } as const
  const { changes, result } = await planTables(
    session,
    places.filter(({ path }) => existsSync(path)),
    options,
  )
  const problem = result.problems.find(({ severity }) => severity === 'error')
  if (problem) throw new Error(`the sample does not import: ${JSON.stringify(problem)}`)
  const { added, updated } = result
  session.edit({ kind: 'import', detail: { added, updated } }, changes)
  return file
}

/** The sample lies beside the program, whether that is the source tree or a packaged folder. */
function findSample(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const sample = join(folder, 'resources', 'sample')
    if (existsSync(join(sample, 'projects.csv'))) return sample
    if (folder === dirname(folder)) throw new Error('the sample tables are missing')
  }
}
