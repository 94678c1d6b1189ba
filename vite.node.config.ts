import { chmodSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { resolve } from 'node:path'
import { defineConfig } from 'vite'

// The engine and the command line: plain Node 24, with only the native store left outside the bundle.
export default defineConfig({
  ssr: { noExternal: true, external: ['better-sqlite3', ...builtinModules] },
  plugins: [
    {
      name: 'executable-command',
      writeBundle: () => chmodSync(resolve('out/cli/longghep.js'), 0o755),
    },
  ],
  build: {
    ssr: true,
    target: 'node24',
    outDir: 'out',
    emptyOutDir: false,
    rollupOptions: {
      input: {
        'engine/main': resolve('src/engine/main.ts'),
        'engine/intake': resolve('src/engine/intake-main.ts'),
        'engine/put-in-place': resolve('src/engine/put-in-place-main.ts'),
        'cli/longghep': resolve('src/cli/main.ts'),
      },
      output: {
        format: 'es',
        entryFileNames: '[name].js',
        chunkFileNames: 'shared-[hash].js',
        banner: (chunk) => (chunk.name === 'cli/longghep' ? '#!/usr/bin/env node' : ''),
      },
    },
  },
})
