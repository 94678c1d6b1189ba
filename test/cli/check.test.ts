import { expect, test } from 'vitest'
import { ZERO, money } from '../../src/core/money.ts'
import { waiverKey } from '../../src/core/waiver.ts'
import { enterAllocation } from '../../src/engine/enter-allocation.ts'
import { openSmallWorkbook } from '../builders/small-workbook.ts'
import { useTemporaryFolder } from '../builders/temporary-folder.ts'
import { readLongghep, runLongghep } from './run-longghep.ts'

const folder = useTemporaryFolder()

interface Checked {
  flags: { code: string; year: number | null }[]
  counts: Record<string, number>
}

/** A line drawn 100 triệu above its ceiling less reserve; its excess accepted up to a sum, where one is given. */
function makeExceeded(name: string, accepted: bigint | null): string {
  const path = folder.join(name)
  const session = openSmallWorkbook()
  enterAllocation(session, { project: 1, line: 1, year: 2026 }, '2 tỷ', 'dong')
  const target = { rule: 'ceiling-exceeded', subject: 'line', id: 1, year: 2026 } as const
  if (accepted !== null) {
    const waiver = { ...target, reason: 'chờ bổ sung', by: 'Lan', at: '2026-03-01T00:00:00.000Z' }
    const after = { ...waiver, gauge: accepted }
    expect(session.plan.waivers.has(waiverKey(target))).toBe(false)
    session.edit({ kind: 'import', detail: { added: 1, updated: 0 } }, [
      { kind: 'waiver-set', target, before: null, after },
    ])
  }
  session.save(path)
  session.file.discard()
  return path
}

function exceededIn(path: string) {
  const { flags, counts } = readLongghep<Checked>(['check', path, '--lang', 'en'])
  return { flag: flags.find(({ code }) => code === 'ceiling-exceeded'), counts }
}

test('each flag comes with its gauge, its source and trust, and the cells that make it up', () => {
  const path = makeExceeded('open.lgw', null)
  expect(exceededIn(path).flag).toEqual({
    code: 'ceiling-exceeded',
    severity: 'error',
    subject: { kind: 'line', code: 'NST' },
    year: 2026,
    detail: {
      ceiling: '2000000000',
      reserve: '100000000',
      allocated: '2000000000',
      excess: '100000000',
    },
    message:
      '2,000,000,000 đồng allocated in 2026, 100,000,000 đồng above the ceiling of 2,000,000,000 đồng less the reserve of 100,000,000 đồng.',
    waived: false,
    waiver: null,
    gauge: '100000000',
    source: 'Luật NSNN 83/2015/QH13, Điều 8 khoản 4',
    trust: 'C',
    cells: [{ project: '7654321', line: 'NST', year: 2026 }],
  })
  expect(runLongghep(['check', path]).code).toBe(1)
})

test('an accepted flag says who accepted it and why, and no longer fails the check; a worse one does', () => {
  const path = makeExceeded('accepted.lgw', money(100_000_000))
  const { flag, counts } = exceededIn(path)
  expect(flag).toMatchObject({
    waived: true,
    waiver: {
      reason: 'chờ bổ sung',
      by: 'Lan',
      at: '2026-03-01T00:00:00.000Z',
      gauge: '100000000',
    },
  })
  expect(counts).toMatchObject({ error: 0, waived: 1 })
  const { code, out } = runLongghep(['check', path, '--lang', 'vi'])
  expect(code).toBe(0)
  expect(out).toContain('[Đã chấp nhận: chờ bổ sung – Lan]')
  const worse = makeExceeded('worse.lgw', ZERO)
  expect(exceededIn(worse).flag).toMatchObject({ waived: false, waiver: null })
  expect(runLongghep(['check', worse]).code).toBe(1)
})

test('a year, another limit of programmes and a year outside the plan are understood', () => {
  const path = makeExceeded('years.lgw', null)
  const flags = (...options: string[]) =>
    readLongghep<Checked>(['check', path, ...options]).flags.map(({ year }) => year)
  expect(flags('--year', '2026')).toContain(2026)
  expect(flags('--year', '2027')).not.toContain(2026)
  expect(flags('--max-programmes', '1')).toContain(2026)
  expect(runLongghep(['check', path, '--year', '2031']).code).toBe(2)
})
