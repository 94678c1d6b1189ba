import { lingui } from '@lingui/vite-plugin'
import { defineConfig } from 'vitest/config'

// Long runs that break machines and runs that time them are started on their own.
const OWN_RUNS = ['test/fault/**', 'test/bench/**']

export default defineConfig({
  plugins: [lingui({ macroTransform: true })],
  test: {
    // By default one core stays idle, which on two of them doubles the wait.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/end-to-end/**', ...OWN_RUNS],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'fault',
          include: ['test/fault/**/*.test.ts'],
          hookTimeout: 90_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'end-to-end',
          include: ['test/end-to-end/**/*.test.ts'],
          // A screen for each file, so that two cores can show two windows at once.
          setupFiles: ['test/end-to-end/virtual-screen.ts'],
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
})
