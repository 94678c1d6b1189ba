import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { useTemporaryFolder } from '../builders/temporary-folder.ts'
import { type LaunchedApp, launchApp } from './launch.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const ECHO = fileURLToPath(new URL('fixtures/echo-engine.mjs', import.meta.url))
const folder = useTemporaryFolder()
let launched: LaunchedApp

/** The modules under test as the running program can load them. */
function bundle(name: string) {
  return build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(ROOT, 'src', 'main', `${name}.ts`),
      target: 'node20.18',
      outDir: folder.path,
      emptyOutDir: false,
      rollupOptions: {
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: `${name}.cjs` },
      },
    },
  })
}

beforeAll(async () => {
  await bundle('engine-process')
  await bundle('engine-host')
  launched = await launchApp()
})

afterAll(() => launched?.close())

test('an engine in a utility process is asked, heard and missed like any other', async () => {
  const seen = await launched.app.evaluate(
    async (_, { folder, echo }) => {
      const require = process.getBuiltinModule('node:module').createRequire(`${folder}/`)
      const { startUtilityProcess } = require(
        `${folder}/engine-process.cjs`,
      ) as typeof import('../../src/main/engine-process.ts')
      const { EngineHost } = require(
        `${folder}/engine-host.cjs`,
      ) as typeof import('../../src/main/engine-host.ts')
      const names: string[] = []
      const exits: (number | null)[] = []
      const channel = startUtilityProcess(echo)
      const engine = new EngineHost(channel, {
        onFileState: ({ name }) => names.push(name),
        onExit: (code) => exits.push(code),
        onHang: () => undefined,
      })
      const ask = engine.call.bind(engine) as unknown as (
        method: string,
        params: unknown,
      ) => Promise<{ from: string; params: { amount: bigint; column: BigInt64Array } }>
      const amount = 12_345_678_901_234_567n
      const { from, params } = await ask('echo', { amount, column: new BigInt64Array([amount]) })
      const hadPid = typeof engine.pid === 'number'
      const refused = await ask('exit', { exit: 7 }).catch((error: Error) => error.message)
      return {
        from,
        isExact: params.amount === amount && params.column[0] === amount,
        hadPid,
        refused,
        names,
        exits,
      }
    },
    { folder: folder.path, echo: ECHO },
  )
  expect(seen).toEqual({
    from: 'host',
    isExact: true,
    hadPid: true,
    refused: 'engine-stopped',
    names: ['echo'],
    exits: [7],
  })
})
