import type { MethodName } from '../../contract/methods.ts'
import type { Handler } from './handler.ts'
import { compareWithFile } from './compare-handlers.ts'
import { coverage, gaps } from './coverage-handlers.ts'
import {
  applyImport,
  chooseTable,
  pageToPrint,
  previewImport,
  writeExport,
} from './exchange-handlers.ts'
import { edit, remove } from './entry-handlers.ts'
import { applyFix, fixes } from './fix-handlers.ts'
import { explanations, flagGroups, flagPage, flagsOf } from './flag-handlers.ts'
import { drafts, dropDraft, openDraft, openVersion, salvage, versions } from './keeping-handlers.ts'
import {
  enterAmount,
  enterMany,
  flags,
  history,
  hold,
  holds,
  redo,
  stand,
  undo,
  view,
} from './plan-handlers.ts'
import { changePolicy, unwaive, waive } from './policy-handlers.ts'
import { cancelWork } from './work-handlers.ts'
import { close, create, open, ping, resume, sample, save, workFolder } from './workbook-handlers.ts'

/** Every method and what carries it out; the compiler finds a missing one. */
export const HANDLERS: { readonly [M in MethodName]: Handler<M> } = {
  'plan.stand': stand,
  'plan.view': view,
  'plan.flags': flags,
  'plan.enterAmount': enterAmount,
  'flags.explain': explanations,
  'flags.fixes': fixes,
  'flags.applyFix': applyFix,
  'flags.of': flagsOf,
  'flags.groups': flagGroups,
  'flags.page': flagPage,
  'plan.enterBlock': enterMany,
  'plan.editEntry': edit,
  'plan.removeEntry': remove,
  'plan.holds': holds,
  'plan.hold': hold,
  'policy.set': changePolicy,
  'flags.waive': waive,
  'flags.unwaive': unwaive,
  'plan.undo': undo,
  'plan.redo': redo,
  'plan.history': history,
  'plan.coverage': coverage,
  'plan.gaps': gaps,
  'file.compare': compareWithFile,
  'import.preview': previewImport,
  'import.apply': applyImport,
  'work.cancel': cancelWork,
  'engine.ping': ping,
  'workbook.open': open,
  'workbook.create': create,
  'workbook.sample': sample,
  'workbook.resume': resume,
  'workbook.workFolder': workFolder,
  'workbook.save': save,
  'workbook.close': close,
  'workbook.openVersion': openVersion,
  'workbook.salvage': salvage,
  'version.list': versions,
  'draft.list': drafts,
  'draft.open': openDraft,
  'draft.discard': dropDraft,
  'table.choose': chooseTable,
  'export.page': pageToPrint,
  'export.write': writeExport,
}
