import { listGenerations } from '../../engine/workbook/generations.ts'
import { restoreGeneration } from '../../engine/workbook/restore.ts'
import { salvageWorkbook } from '../../engine/salvage-workbook.ts'
import type { Command, Output } from '../command.ts'
import { createAt, withWorkbook } from '../opened-workbook.ts'
import { printJson, printTable } from '../printing.ts'

/** Lists the earlier versions kept on this computer, puts one in the file's place, or saves what a damaged file still holds. */
export const restore: Command = {
  usage: 'restore <file>',
  summary: {
    vi: 'Xem và lấy lại các bản lưu trước; cứu dữ liệu từ tệp hỏng',
    en: 'List and restore earlier versions; salvage a damaged file',
  },
  options: [
    ['--to <generation>', { vi: 'bản cần lấy lại', en: 'the version to restore' }],
    [
      '--salvage <new-file>',
      { vi: 'cứu dòng đọc được sang tệp mới', en: 'write what can be read to a new file' },
    ],
  ],
  async run([path = ''], { to, salvage }, output) {
    if (typeof salvage === 'string') return writeSalvaged(path, salvage, output)
    if (typeof to === 'string') return restoreTo(path, to, output)
    return list(path, output)
  },
}

function list(path: string, output: Output): number {
  const generations = listGenerations(path)
  if (output.isJson) printJson(output, { generations })
  else {
    const header =
      output.language === 'vi' ? ['Bản', 'Lúc (UTC)', 'Byte'] : ['Version', 'At (UTC)', 'Bytes']
    printTable(
      output,
      header,
      generations.map(({ id, at, bytes }) => [id, at, String(bytes)]),
      new Set([2]),
    )
  }
  return 0
}

async function restoreTo(path: string, generation: string, output: Output): Promise<number> {
  restoreGeneration(path, generation, new Date())
  const contentHash = await withWorkbook(path, (session) => session.contentHash())
  if (output.isJson) printJson(output, { path, generation, contentHash })
  else output.print(path)
  return 0
}

async function writeSalvaged(path: string, target: string, output: Output): Promise<number> {
  let rows = 0
  const created = await createAt(target, () => {
    const salvaged = salvageWorkbook(path)
    rows = salvaged.rows
    return salvaged.file
  })
  if (output.isJson) printJson(output, { ...created, rows })
  else output.print(`${created.path}: ${rows} ${output.language === 'vi' ? 'dòng' : 'rows'}`)
  return 0
}
