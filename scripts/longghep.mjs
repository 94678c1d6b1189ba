#!/usr/bin/env node
import { existsSync } from 'node:fs'

// This file stands in every checkout, so that npx links the command before it is built for the first time.
const command = new URL('../out/cli/longghep.js', import.meta.url)

if (existsSync(command)) {
  await import(command.href)
} else {
  process.stderr.write(
    'longghep: chưa dựng chương trình; chạy: npm run build / not built yet; run: npm run build\n',
  )
  process.exitCode = 2
}
