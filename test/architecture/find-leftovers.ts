import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What must not stay behind in a committed file, each with the sentence that says so. */
const LEFTOVERS: readonly (readonly [RegExp, string])[] = [
  [/\b(TODO|FIXME)\b/, 'unfinished work belongs in an issue'],
  [/@ts-(ignore|nocheck|expect-error)|oxlint-disable|eslint-disable/, 'a check is switched off'],
  [/(:|\bas|<)\s*any\b(?=\s*[,;)>=[\]|&]|$)/m, 'a type is any'],
  [/^\s*(test|it|describe)\.(skip|only|todo|fails)\b/m, 'a test is skipped or alone'],
  [/\bconsole\.log\(/, 'output goes through one printer'],
]

/** Comments hold ordinary words, so only the first two patterns look into them. */
const LOOKS_INTO_COMMENTS = 2

/** Every leftover of the given files below the root, as sentences. */
export function findLeftovers(root: string, paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8')
    const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
    return LEFTOVERS.flatMap(([pattern, reason], at) =>
      pattern.test(at < LOOKS_INTO_COMMENTS ? text : code) ? [`${path}: ${reason}`] : [],
    )
  })
}
