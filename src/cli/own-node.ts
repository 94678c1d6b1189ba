import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The store needs Node-API 10; an older Node would crash on it without a word. */
export function isNodeTooOld(): boolean {
  return Number(process.versions['napi']) < 10
}

/** Runs this command again under the Node the project installs, and gives its exit code. */
export function runUnderOwnNode(args: readonly string[]): number {
  const entry = fileURLToPath(import.meta.url)
  const node = findOwnNode(dirname(entry))
  if (node === null) {
    process.stderr.write(
      'longghep: cần Node.js từ 22.14. Chạy "npm ci" trong thư mục dự án. / Node.js 22.14 or newer is needed. Run "npm ci" in the project folder.\n',
    )
    return 2
  }
  const run = spawnSync(node, [process.argv[1] ?? entry, ...args], { stdio: 'inherit' })
  return run.status ?? 2
}

function findOwnNode(from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const node = join(folder, 'node_modules', 'node', 'bin', 'node')
    if (existsSync(node)) return node
    if (folder === dirname(folder)) return null
  }
}
