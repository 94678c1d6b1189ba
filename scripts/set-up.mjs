import { setUpElectron } from './electron-runtime.mjs'
import { setUpPackages } from './packages.mjs'
import { SetUpError } from './progress.mjs'
import { setUpSystemLibraries } from './system-libraries.mjs'

const OLDEST_NODE = [20, 18]

/** Sets up what is missing on this machine and gives the Electron runtime. @throws SetUpError */
export async function setUp() {
  checkOwnNode()
  setUpPackages()
  setUpSystemLibraries()
  return setUpElectron()
}

/** Runs a script's work; a set-up that cannot finish ends in one sentence and a non-zero exit. */
export async function runScript(work) {
  try {
    process.exitCode = await work()
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error
    process.stderr.write(`✗ ${error.message}\n`)
    process.exitCode = 1
  }
}

function checkOwnNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return
  throw new SetUpError(
    `Node.js ${OLDEST_NODE.join('.')} or newer is needed to begin, found ${process.versions.node}`,
  )
}
