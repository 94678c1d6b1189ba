import { MessageChannel as NodeChannel } from 'node:worker_threads'
import { expect, test } from 'vitest'
import type { Request } from '../../../src/contract/events.ts'
import { EngineClient } from '../../../src/renderer/hooks/engine-client.ts'

/** An engine's end of a port that only writes down what it is asked. */
function listen() {
  const { port1, port2 } = new NodeChannel()
  const asked: Request[] = []
  let heard = () => undefined as void
  port1.on('message', (request: Request) => {
    asked.push(request)
    heard()
  })
  const client = new EngineClient()
  client.attach(port2 as unknown as MessagePort)
  const hear = (count: number) =>
    new Promise<void>((resolve) => {
      heard = () => asked.length >= count && resolve()
      heard()
    })
  return {
    client,
    asked,
    hear,
    send: (message: unknown) => port1.postMessage(message),
    end: () => port1.close(),
  }
}

test('a call hears of its own progress and, stopped, tells the engine which request it was', async () => {
  const engine = listen()
  const shares: number[] = []
  const controller = new AbortController()
  const watch = { signal: controller.signal, onProgress: (share: number) => shares.push(share) }
  const call = engine.client.call(
    'import.preview',
    { tables: [], unit: 'auto', numberFormat: 'auto' },
    watch,
  )
  await engine.hear(1)
  const [request] = engine.asked
  engine.send({ event: 'work.progress', payload: { id: 99, share: 0.9 } })
  engine.send({ event: 'work.progress', payload: { id: request?.id, share: 0.25 } })
  controller.abort()
  await engine.hear(2)
  expect(engine.asked[1]).toMatchObject({ method: 'work.cancel', params: { id: request?.id } })
  engine.send({ id: request?.id, failure: { code: 'work-cancelled', detail: {} } })
  await expect(call).rejects.toMatchObject({ code: 'work-cancelled' })
  expect(shares).toEqual([0.25])
  engine.end()
})

test('a call that is over is not stopped any more', async () => {
  const engine = listen()
  const controller = new AbortController()
  const call = engine.client.call('plan.holds', {}, { signal: controller.signal })
  await engine.hear(1)
  engine.send({ id: engine.asked[0]?.id, result: [] })
  expect(await call).toEqual([])
  controller.abort()
  const next = engine.client.call('plan.holds', {})
  await engine.hear(2)
  expect(engine.asked[1]?.method).toBe('plan.holds')
  engine.send({ id: engine.asked[1]?.id, result: [] })
  await next
  engine.end()
})
