import { isBuiltin } from 'node:module'
import { relative, resolve } from 'node:path'
import { type IDependency, type IModule, cruise } from 'dependency-cruiser'

/** One import as it was found: a file of ours, and what it takes. */
export interface Import {
  readonly from: string
  readonly specifier: string
  /** Path below the root of a file of ours, or null for anything else. */
  readonly file: string | null
  /** Name of an outside package, or null. */
  readonly packageName: string | null
  readonly isNode: boolean
  readonly isFound: boolean
  /** The files of the circle this import closes, or null. */
  readonly circle: readonly string[] | null
}

/** What was looked at below `<root>/src`, and every import found there, of types too. */
export interface Imports {
  readonly files: readonly string[]
  readonly imports: readonly Import[]
}

/** Reads the imports of every module below `<root>/src` with dependency-cruiser. */
export async function readImports(root: string): Promise<Imports> {
  const { output } = await cruise(['src'], {
    baseDir: root,
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: String.raw`\.(css|po)$` },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.d.ts'],
    },
    validate: true,
    ruleSet: { forbidden: [{ name: 'circle', from: {}, to: { circular: true } }] },
  })
  if (typeof output === 'string') throw new Error(output)
  const ours = output.modules.filter(({ source }) => source.startsWith('src/'))
  return {
    files: ours.map(({ source }) => source),
    imports: ours.flatMap((module) =>
      module.dependencies.map((dependency) => describeImport(root, module, dependency)),
    ),
  }
}

function describeImport(root: string, { source }: IModule, dependency: IDependency): Import {
  const { module: specifier, resolved, couldNotResolve, circular, cycle } = dependency
  const isNode = isBuiltin(specifier)
  const isRelative = specifier.startsWith('.')
  return {
    from: source,
    specifier,
    file: isRelative ? relative(root, resolve(root, resolved)) : null,
    packageName: isRelative || isNode ? null : packageOf(specifier),
    isNode,
    isFound: isNode || !couldNotResolve,
    circle: circular ? (cycle ?? []).map(({ name }) => name) : null,
  }
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}
