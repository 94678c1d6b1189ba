import { copyFileSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { useTemporaryFolder } from '../builders/temporary-folder.ts'
import { readLongghep, runLongghep } from './run-longghep.ts'

const folder = useTemporaryFolder()

test('lists what the second file has more, other and less, exactly, and exits 1', () => {
  const [first, second] = [folder.join('trước.lgw'), folder.join('sau.lgw')]
  runLongghep(['sample', first])
  copyFileSync(first, second)
  expect(runLongghep(['diff', first, second]).code).toBe(0)
  runLongghep(['set', first, '7801001', 'T-DAT', '2026', '7000001'])
  runLongghep(['set', second, '7801001', 'T-DAT', '2026', '7000002'])
  const { code, out } = runLongghep(['diff', first, second, '--lang', 'vi'])
  expect(code).toBe(1)
  expect(out.trim()).toBe(
    'Khác: Phân bổ 7801001 · T-DAT · 2026 – Số tiền: 7.000.001 đ → 7.000.002 đ',
  )
  const id = 'allocation:7801001:T-DAT:2026'
  const fields = [{ field: 'amount', before: '7000001', after: '7000002' }]
  expect(readLongghep(['diff', first, second])).toEqual({
    same: false,
    added: 0,
    changed: 1,
    removed: 0,
    entries: [{ id, action: 'changed', fields }],
  })
})

test('a damaged file is refused, and neither file nor anything beside it changes', () => {
  const [whole, damaged] = [folder.join('lành.lgw'), folder.join('hỏng.lgw')]
  runLongghep(['sample', whole])
  const bytes = readFileSync(whole)
  bytes.fill(0xa5, 8 * 4096, 9 * 4096)
  writeFileSync(damaged, bytes)
  const before = readdirSync(folder.path)
  expect(runLongghep(['diff', whole, damaged]).code).toBe(3)
  expect(readdirSync(folder.path)).toEqual(before)
  expect(readFileSync(damaged).equals(bytes)).toBe(true)
})
