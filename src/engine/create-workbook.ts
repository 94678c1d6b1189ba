import { userInfo } from 'node:os'
import type { FiscalYear } from '../core/fiscal-year.ts'
import { DEFAULT_POLICY } from '../core/policy.ts'
import { WorkbookFile } from './workbook/workbook-file.ts'

/** Starts an empty workbook for a period; it has no file until it is saved. */
export function createWorkbook(title: string, from: FiscalYear, to: FiscalYear): WorkbookFile {
  const settings = { title, organisation: '', from, to, basis: '', policy: DEFAULT_POLICY }
  return WorkbookFile.create(settings, new Date(), userInfo().username)
}
