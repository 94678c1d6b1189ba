import { describeHistory } from '../../contract/history-wording.ts'
import type { WorkbookSession } from '../../engine/session.ts'
import type { Command, Output } from '../command.ts'
import { withWorkbook } from '../opened-workbook.ts'
import { printJson } from '../printing.ts'

/** Takes back the latest act and saves. */
export const undo: Command = {
  usage: 'undo <file>',
  summary: { vi: 'Hoàn tác việc gần nhất', en: 'Undo the latest act' },
  run: ([path = ''], _options, output) => step(path, output, (session) => session.undo()),
}

/** Repeats the act taken back last and saves. */
export const redo: Command = {
  usage: 'redo <file>',
  summary: { vi: 'Làm lại việc vừa hoàn tác', en: 'Redo what was undone last' },
  run: ([path = ''], _options, output) => step(path, output, (session) => session.redo()),
}

async function step(
  path: string,
  output: Output,
  take: (session: WorkbookSession) => number,
): Promise<number> {
  const done = await withWorkbook(path, (session) => {
    const seq = take(session)
    session.save(null)
    return { seq, summary: session.log.summaryOf(seq), contentHash: session.contentHash() }
  })
  const summary = done.summary ? describeHistory(done.summary, output.language) : ''
  if (output.isJson) printJson(output, { seq: done.seq, summary, contentHash: done.contentHash })
  else output.print(summary)
  return 0
}
