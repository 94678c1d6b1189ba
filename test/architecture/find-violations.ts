import type { Layer } from './layers.ts'
import type { Import } from './read-imports.ts'

/** Every import that the tables do not allow, as a sentence. */
export function findViolations(
  imports: readonly Import[],
  layers: Readonly<Record<string, Layer>>,
): readonly string[] {
  return imports.flatMap((found) => {
    const [, folder = ''] = found.from.split('/')
    const layer = layers[folder]
    const reason = layer ? whyForbidden(found, folder, layer) : `${folder} is not in the tables`
    return reason ? [`${found.from} imports ${found.specifier}: ${reason}`] : []
  })
}

function whyForbidden(found: Import, folder: string, layer: Layer): string | null {
  if (!found.isFound) return 'it cannot be found'
  if (found.circle) return `it closes the circle ${found.circle.join(' → ')}`
  if (found.isNode) return layer.hasNode ? null : `${folder} may not use Node`
  if (found.file !== null) return whyFileForbidden(found.file, folder, layer)
  return whyPackageForbidden(found, folder, layer)
}

function whyFileForbidden(file: string, folder: string, layer: Layer): string | null {
  if (layer.files?.includes(file)) return null
  if (!file.startsWith('src/')) return `${folder} may not import it`
  const inside = file.slice('src/'.length)
  if (layer.closed?.includes(inside)) return `it is closed to ${folder}`
  const [target = ''] = inside.split('/')
  return target === folder || layer.ours.includes(target)
    ? null
    : `${folder} may not import ${target}`
}

function whyPackageForbidden(found: Import, folder: string, layer: Layer): string | null {
  const places = found.packageName === null ? undefined : layer.packages[found.packageName]
  if (!places) return `${folder} may not import this package`
  const inside = found.from.slice(`src/${folder}/`.length)
  return places.some((place) => inside.startsWith(place))
    ? null
    : `only ${places.join(', ')} of ${folder} may`
}
