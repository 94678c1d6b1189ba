import { WorkbenchError } from '../../core/error.ts'
import { WorkbookSession } from '../../engine/session.ts'
import { discardDraft, findDraft, listDrafts } from '../../engine/workbook/drafts.ts'
import { WorkbookFile } from '../../engine/workbook/workbook-file.ts'
import type { Command, Output } from '../command.ts'
import { freePath } from '../opened-workbook.ts'
import { printJson, printTable } from '../printing.ts'

/** Lists work that is in no file, writes a draft to a new file, or lets one go. */
export const drafts: Command = {
  usage: 'drafts',
  summary: { vi: 'Xem và lấy lại các bản nháp chưa lưu', en: 'List and recover unsaved drafts' },
  options: [
    ['--recover <draft>', { vi: 'bản nháp cần lấy lại', en: 'the draft to recover' }],
    ['--to <file>', { vi: 'tệp mới để ghi bản nháp', en: 'the new file to write it to' }],
    ['--discard <draft>', { vi: 'bỏ một bản nháp', en: 'let a draft go' }],
  ],
  async run(_args, { recover, to, discard }, output) {
    if (typeof recover === 'string') {
      if (typeof to !== 'string') {
        throw new WorkbenchError('usage', {
          message: 'drafts',
          expected: '--recover <draft> --to <file>',
        })
      }
      return writeDraft(findDraft(recover), freePath(to), output)
    }
    if (typeof discard === 'string') discardDraft(discard, new Date())
    return list(output)
  },
}

function writeDraft(folder: string, path: string, output: Output): number {
  const session = new WorkbookSession(WorkbookFile.resume(folder))
  try {
    session.save(path)
    if (output.isJson) printJson(output, { path, contentHash: session.contentHash() })
    else output.print(path)
    return 0
  } finally {
    // A draft that could not be written stays.
    session.file.close(session.revision)
  }
}

function list(output: Output): number {
  const found = listDrafts(new Date())
  if (output.isJson) printJson(output, { drafts: found })
  else {
    const header =
      output.language === 'vi'
        ? ['Bản nháp', 'Tên', 'Lúc (UTC)', 'Thao tác chưa lưu']
        : ['Draft', 'Name', 'At (UTC)', 'Unsaved acts']
    printTable(
      output,
      header,
      found.map(({ id, name, at, edits }) => [id, name, at, String(edits)]),
      new Set([3]),
    )
  }
  return 0
}
