import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { useTemporaryFolder } from '../builders/temporary-folder.ts'
import { readLongghep, runLongghep } from './run-longghep.ts'

const folder = useTemporaryFolder()

interface Eligible {
  eligible?: { project: string; line: string; eligible: boolean; condition: string | null }[]
}

/** A road, and a line for each thing that may stand against it. */
function makeRefused(name: string): string {
  const path = folder.join(name)
  expect(runLongghep(['new', path, '--from', '2026', '--to', '2027']).code).toBe(0)
  const tables = {
    lines:
      'code,name,source,capital_type,valid_until,sectors,places,groups,stages,regions,border_only\n' +
      'ALL,Mọi dự án,central,development,2026,giao thông,,C,,none;III,no\n' +
      'BG,Biên giới,central,development,,,,,,,yes\n' +
      'YT,Y tế,central,development,,y tế,,,,,no\n' +
      'XA,Xã khác,central,development,,,Bờ Y,,,,no\n' +
      'KV,Khu vực I,central,development,,,,,,I,no\n' +
      'NB,Nhóm B,central,development,,,,B,,,no\n' +
      'CT,Chuyển tiếp,central,development,,,,,transitional,,no\n' +
      'SN,Sự nghiệp,central,recurrent,,,,,,,no\n' +
      'CU,Hết hạn,central,development,2025,,,,,,no\n',
    projects:
      'code,name,place,sector,group,stage,region\n7000001,Đường,Mô Rai,giao thông,C,new-start,III\n',
  }
  const given = Object.entries(tables).flatMap(([kind, text]) => {
    const file = folder.join(`${name}-${kind}.csv`)
    writeFileSync(file, text)
    return [`--${kind}`, file]
  })
  expect(runLongghep(['import', path, ...given])).toMatchObject({ code: 0, err: '' })
  return path
}

test('names each line that may pay a project and the condition of each that may not', () => {
  const path = makeRefused('refused.lgw')
  const { eligible } = readLongghep<Eligible>(['show', path, '--eligible'])
  expect(eligible).toEqual([
    { project: '7000001', line: 'ALL', eligible: true, condition: null },
    { project: '7000001', line: 'BG', eligible: false, condition: 'border' },
    { project: '7000001', line: 'YT', eligible: false, condition: 'sector' },
    { project: '7000001', line: 'XA', eligible: false, condition: 'place' },
    { project: '7000001', line: 'KV', eligible: false, condition: 'region' },
    { project: '7000001', line: 'NB', eligible: false, condition: 'group' },
    { project: '7000001', line: 'CT', eligible: false, condition: 'stage' },
    { project: '7000001', line: 'SN', eligible: false, condition: 'capital-type' },
    { project: '7000001', line: 'CU', eligible: false, condition: 'valid-until' },
  ])
  expect(readLongghep<Eligible>(['show', path]).eligible).toBeUndefined()
})

test('says so in words without --json', () => {
  const path = makeRefused('words.lgw')
  const { out } = runLongghep(['show', path, '--eligible', '--lang', 'vi'])
  expect(out).toMatch(/7000001 +YT +không +Lĩnh vực được chi/)
  expect(out).toMatch(/7000001 +ALL +có$/m)
})
