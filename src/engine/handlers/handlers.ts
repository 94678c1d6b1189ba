import type { MethodName } from '../../contract/methods.ts'
import type { Handler } from './handler.ts'
import { coverage } from './coverage-handlers.ts'
import { applyImport, chooseTable, previewImport, writeExport } from './exchange-handlers.ts'
import { flagGroups, flagPage, flagsOf } from './flag-handlers.ts'
import { enterAmount, history, redo, undo, view } from './plan-handlers.ts'
import { close, create, open, resume, sample, save, workFolder } from './workbook-handlers.ts'

/** Every method and what carries it out; the compiler finds a missing one. */
export const HANDLERS: { readonly [M in MethodName]: Handler<M> } = {
  'plan.view': view,
  'plan.enterAmount': enterAmount,
  'flags.of': flagsOf,
  'flags.groups': flagGroups,
  'flags.page': flagPage,
  'plan.undo': undo,
  'plan.redo': redo,
  'plan.history': history,
  'plan.coverage': coverage,
  'import.preview': previewImport,
  'import.apply': applyImport,
  'workbook.open': open,
  'workbook.create': create,
  'workbook.sample': sample,
  'workbook.resume': resume,
  'workbook.workFolder': workFolder,
  'workbook.save': save,
  'workbook.close': close,
  'table.choose': chooseTable,
  'export.write': writeExport,
}
