import { expect, test } from 'vitest'
import { findGaps } from '../../src/core/gaps.ts'
import { WorkbenchError } from '../../src/core/error.ts'
import { dispatch } from '../../src/engine/dispatch.ts'
import { Workbench } from '../../src/engine/workbench.ts'
import { useTemporaryFolder } from '../builders/temporary-folder.ts'

const folder = useTemporaryFolder()

async function bench(): Promise<Workbench> {
  const workbench = new Workbench(() => {})
  await dispatch(workbench, 'host', 'workbook.create', { title: 'Thử', from: 2026, to: 2028 })
  return workbench
}

async function codeOf(action: () => Promise<unknown>): Promise<string> {
  try {
    await action()
  } catch (error) {
    if (error instanceof WorkbenchError) return error.code
    throw error
  }
  return 'answered'
}

test('a request is carried out and answered with plain data', async () => {
  const workbench = await bench()
  const view = await dispatch(workbench, 'window', 'plan.view', {})
  expect(structuredClone(view)).toMatchObject({ revision: 1, settings: { from: 2026, to: 2028 } })
  workbench.end()
})

test('a window may not ask for anything that names a path', async () => {
  const workbench = await bench()
  for (const [method, params] of [
    ['workbook.open', { path: '/etc/hostname' }],
    ['workbook.save', { path: folder.join('stolen.lgw') }],
    ['table.choose', { path: '/etc/hostname' }],
    ['export.write', { path: folder.join('out.csv'), what: 'lines', unit: 'dong', language: 'vi' }],
  ] as const) {
    expect(await codeOf(() => dispatch(workbench, 'window', method, params))).toBe(
      'request-invalid',
    )
  }
  expect(
    await codeOf(() =>
      dispatch(workbench, 'host', 'workbook.save', { path: folder.join('own.lgw') }),
    ),
  ).toBe('answered')
  workbench.end()
})

test('parameters of another shape and unknown methods are refused, whoever sends them', async () => {
  const workbench = await bench()
  const entry = { project: 1, line: 1, year: 2026, text: '1', unit: 'dong', language: 'vi' }
  for (const [method, params] of [
    ['plan.enterAmount', { ...entry, unit: 'euro' }],
    ['plan.enterAmount', { ...entry, language: 'fr' }],
    ['plan.enterAmount', { ...entry, project: '1' }],
    ['plan.enterAmount', { ...entry, year: 2026.5 }],
    ['plan.enterAmount', { ...entry, extra: 1 }],
    ['plan.enterAmount', null],
    ['plan.history', { limit: -1 }],
    ['plan.drop', {}],
    ['toString', {}],
    ['__proto__', {}],
  ] as const) {
    expect(await codeOf(() => dispatch(workbench, 'window', method, params))).toBe(
      'request-invalid',
    )
  }
  workbench.end()
})

test('without an open workbook every question says so', async () => {
  const workbench = new Workbench(() => {})
  expect(await codeOf(() => dispatch(workbench, 'window', 'plan.view', {}))).toBe(
    'workbook-none-open',
  )
})

test('needs that cannot be met cross the port by id and code, with their exact figures', async () => {
  const workbench = new Workbench(() => {})
  await dispatch(workbench, 'host', 'workbook.sample', {})
  const gaps = await dispatch(workbench, 'window', 'plan.gaps', { year: null })
  expect(structuredClone(gaps)).toEqual(
    findGaps(workbench.session.index).map(({ projects, lines, ...figures }) => ({
      ...figures,
      projects: projects.map(({ id, code }) => ({ id, code })),
      lines: lines.map(({ id, code }) => ({ id, code })),
    })),
  )
  expect(gaps).not.toEqual([])
  workbench.end()
})
