import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type SourceShape, readSource } from './read-source.ts'

/** Where a file and a function stop, in lines; components and migrations have double. A migration is one SQL text. */
const FILE_LIMIT = 300
const FUNCTION_LIMIT = 50

/** Files that only connect others rot first, so they stop earlier. */
const HUBS = new Map(
  ['renderer/app.tsx', 'engine/session.ts', 'engine/dispatch.ts', 'main/index.ts'].map((hub) => [
    `src/${hub}`,
    150,
  ]),
)

const FORBIDDEN_NAMES = /^(utils?|helpers?|common|shared|managers?|services?|misc|lib)$/

/** Every TypeScript file below `<root>/<folder>`, as a path below the root. */
export function listSources(root: string, folder: string): readonly string[] {
  const all = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  return all.filter((path) => /\.tsx?$/.test(path)).map((path) => `${folder}/${path}`)
}

/** What is wrong with the size, the name or the comments of each file, as sentences. */
export function findMisshapen(root: string, paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => [
    ...findBadNames(path),
    ...findBadShape(path, readSource(join(root, path))),
  ])
}

function findBadNames(path: string): readonly string[] {
  const parts = path.split('/').map((part) => part.replace(/\.(test|d)?\.?tsx?$/, ''))
  const words = parts.flatMap((part) => part.split('-'))
  const forbidden = words.filter((word) => FORBIDDEN_NAMES.test(word))
  const problems = forbidden.map((word) => `${path}: nothing is called ${word}`)
  const isKebab = /^(\d{4}-)?[a-z0-9]+(-[a-z0-9]+)*(\.test|\.d)?\.tsx?$/.test(basename(path))
  return isKebab ? problems : [...problems, `${path}: the name is not in kebab-case`]
}

function findBadShape(path: string, shape: SourceShape): readonly string[] {
  const isMigration = path.includes('/migrations/')
  const factor = path.endsWith('.tsx') || isMigration ? 2 : 1
  const fileLimit = HUBS.get(path) ?? FILE_LIMIT * factor
  const problems: string[] = []
  if (shape.lines > fileLimit) problems.push(`${path}: ${shape.lines} lines, over ${fileLimit}`)
  for (const { name, lines } of shape.functions) {
    const limit = FUNCTION_LIMIT * factor
    if (lines > limit && !isMigration)
      problems.push(`${path}: ${name} takes ${lines} lines, over ${limit}`)
  }
  if (shape.hasDefaultExport) problems.push(`${path}: exports are named, never default`)
  if (/^src\/(core|contract)\//.test(path)) {
    for (const name of shape.undocumented) problems.push(`${path}: ${name} has no doc comment`)
  }
  return problems
}
