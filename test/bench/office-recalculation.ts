import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readArchive } from '../../src/engine/exchange/zip-archive.ts'
import { readSheets } from '../../src/engine/exchange/read-sheets.ts'
import { cellText } from '../../src/engine/exchange/sheet-table.ts'
import { writeArchive } from '../../src/engine/exchange/write-archive.ts'

/** What LibreOffice made of a workbook's sums once their kept values were spoilt. */
export interface Recalculation {
  readonly formulas: number
  /** Cells whose figure is not ours, by sheet and address. */
  readonly differences: readonly string[]
}

const ALWAYS =
  '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>'
const SPOILT = '-7'
/** A double of a figure in triệu đồng is right to the đồng, and then some. */
const TOLERANCE = 5e-7

/** Spoils every kept sum, lets LibreOffice work them out and compares; null where it is not installed. */
export function recalculateWithOffice(bytes: Uint8Array, folder: string): Recalculation | null {
  const { spoilt, formulas } = spoilSums(bytes)
  const [from, out] = [join(folder, 'stale.xlsx'), join(folder, 'out')]
  writeFileSync(from, spoilt)
  const run = spawnSync(
    'soffice',
    [
      `-env:UserInstallation=file://${makeProfile(folder)}`,
      '--headless',
      '--convert-to',
      'xlsx:Calc MS Excel 2007 XML',
      '--outdir',
      out,
      from,
    ],
    { timeout: 120_000 },
  )
  if (run.status !== 0) return null
  return { formulas, differences: compare(bytes, readFileSync(join(out, 'stale.xlsx'))) }
}

function spoilSums(bytes: Uint8Array): { spoilt: Uint8Array; formulas: number } {
  const parts = readArchive(bytes, 'sheet.xlsx')
  let formulas = 0
  for (const [name, part] of parts) {
    if (!name.startsWith('xl/worksheets/sheet')) continue
    const text = part.toString('utf8').replace(/<\/f><v>[^<]*<\/v>/g, () => {
      formulas += 1
      return `</f><v>${SPOILT}</v>`
    })
    parts.set(name, Buffer.from(text))
  }
  return { spoilt: writeArchive(parts), formulas }
}

function makeProfile(folder: string): string {
  const profile = join(folder, 'recalculating-profile')
  mkdirSync(join(profile, 'user'), { recursive: true })
  writeFileSync(
    join(profile, 'user', 'registrymodifications.xcu'),
    `<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${ALWAYS}</oor:items>`,
  )
  return profile
}

function compare(ours: Uint8Array, theirs: Uint8Array): string[] {
  const others = readSheets(theirs, 'theirs.xlsx')
  return readSheets(ours, 'ours.xlsx').flatMap(({ sheet, rows }, i) => {
    const rowOf = new Map(others[i]?.rows.map((row) => [row.number, row]))
    return rows.flatMap(({ number, cells }) =>
      cells.flatMap((cell, column) => {
        if (typeof cell === 'string' || !('number' in cell)) return []
        const other = cellText(rowOf.get(number)?.cells[column])
        const isSame = Math.abs(Number(other) - Number(cell.number)) < TOLERANCE
        return isSame ? [] : [`${sheet} row ${number} column ${column}: ${cell.number}, ${other}`]
      }),
    )
  })
}
