import { afterEach, expect, test, vi } from 'vitest'
import { EngineClient } from '../../../src/renderer/hooks/engine-client.ts'
import type { WorkbookSession } from '../../../src/engine/session.ts'
import { openSmallWorkbook } from '../../builders/small-workbook.ts'
import { useTemporaryFolder } from '../../builders/temporary-folder.ts'
import { type ServedPort, serveSession } from '../serve-session.ts'

useTemporaryFolder()

const ports: ServedPort[] = []

afterEach(() => {
  for (const port of ports.splice(0)) port.stop()
})

function serve(session: WorkbookSession): ServedPort {
  const port = serveSession(() => session)
  ports.push(port)
  return port
}

test('gives each call its own answer', async () => {
  const client = new EngineClient()
  client.attach(serve(openSmallWorkbook()).page)
  const cell = { project: 1, line: 1, year: 2026, unit: 'million', language: 'vi' } as const
  const answers = await Promise.all([
    client.call('plan.enterAmount', { ...cell, text: '250' }),
    client.call('plan.enterAmount', { ...cell, text: '1,5 tỷ' }),
  ])
  expect(answers.map(({ amount }) => amount)).toEqual([250_000_000n, 1_500_000_000n])
})

test('an amount is read in the language it is shown in', async () => {
  const client = new EngineClient()
  client.attach(serve(openSmallWorkbook()).page)
  const entry = { project: 1, line: 1, year: 2026, unit: 'million', text: '1,234' } as const
  const english = await client.call('plan.enterAmount', { ...entry, language: 'en' })
  expect(english.amount).toBe(1_234_000_000n)
  const vietnamese = await client.call('plan.enterAmount', { ...entry, language: 'vi' })
  expect(vietnamese.amount).toBe(1_234_000n)
})

test('turns a failure into the error it was', async () => {
  const client = new EngineClient()
  client.attach(serve(openSmallWorkbook()).page)
  const call = client.call('plan.enterAmount', {
    project: 1,
    line: 1,
    year: 2026,
    unit: 'dong',
    language: 'vi',
    text: '1_000',
  })
  await expect(call).rejects.toMatchObject({ name: 'WorkbenchError', code: 'amount-invalid' })
})

test('fails calls at once while no engine is there', async () => {
  await expect(new EngineClient().call('plan.view', {})).rejects.toMatchObject({
    code: 'engine-stopped',
  })
})

test('fails what was under way when the engine stops, and goes on over a fresh port', async () => {
  const session = openSmallWorkbook()
  const client = new EngineClient()
  const first = serve(session)
  first.stop()
  client.attach(first.page)
  const lost = client.call('plan.view', {})
  client.attach(serve(session).page)
  await expect(lost).rejects.toMatchObject({ code: 'engine-stopped' })
  await expect(client.call('plan.view', {})).resolves.toMatchObject({ revision: session.revision })
})

test('hears events until it no longer wants to', async () => {
  const client = new EngineClient()
  const port = serve(openSmallWorkbook())
  client.attach(port.page)
  const heard = vi.fn()
  const stop = client.subscribe('plan.replaced', heard)
  port.announce('plan.replaced', { revision: 7 })
  await vi.waitFor(() => expect(heard).toHaveBeenCalledWith({ revision: 7 }))
  stop()
  port.announce('plan.replaced', { revision: 8 })
  await client.call('plan.view', {})
  expect(heard).toHaveBeenCalledTimes(1)
})
