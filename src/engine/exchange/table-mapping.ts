import { z } from 'zod'
import {
  NUMBER_FORMATS,
  TABLE_KINDS,
  type TableKind,
  type TableMapping,
} from '../../contract/tables.ts'
import { WorkbenchError } from '../../core/error.ts'
import { UNITS } from '../../core/money.ts'

/** What a person settled about each table of an import, and the entries they leave as they are. */
export interface ImportMappings {
  readonly tables: Readonly<Partial<Record<TableKind, readonly TableMapping[]>>>
  readonly leave: readonly string[]
}

const letter = z.string().regex(/^[A-Z]{1,3}$/)
const row = z.number().int().min(1).max(1_048_576)

/** A mapping as a window sends it and a file holds it. */
export const tableMapping = z.strictObject({
  sheet: z.string().max(200).optional(),
  headerRow: row.optional(),
  headerRows: z.number().int().min(1).max(10).optional(),
  columns: z.record(letter, z.string().max(300).nullable()).optional(),
  year: z.number().int().min(2000).max(2100).optional(),
  unit: z.enum(UNITS).optional(),
  numberFormat: z.enum(NUMBER_FORMATS).optional(),
  numberFormats: z.record(letter, z.enum(NUMBER_FORMATS)).optional(),
})

/** The ids of entries an import leaves as they stand. */
export const leaveList = z.array(z.string().max(500)).max(100_000)

/** One sheet's mapping, or a list with one for each sheet. */
const sheets = z.preprocess(
  (given) => (given === undefined || Array.isArray(given) ? given : [given]),
  z.array(tableMapping).min(1).max(200).optional(),
)

const mappingFile = z.strictObject({
  ...Object.fromEntries(TABLE_KINDS.map((kind) => [kind, sheets])),
  leave: leaveList.optional(),
})

/** Reads the text of a mapping file. @throws `mapping-invalid` naming the part that is wrong */
export function parseMappings(text: string, file: string): ImportMappings {
  const given = readJson(text, file)
  const parsed = mappingFile.safeParse(given)
  if (!parsed.success) {
    const where = placeOf(parsed.error.issues[0]?.path ?? [], given)
    throw new WorkbenchError('mapping-invalid', { file, where }, { cause: parsed.error })
  }
  const { leave, ...tables } = parsed.data
  return {
    tables: tables as ImportMappings['tables'],
    leave: (leave as string[] | undefined) ?? [],
  }
}

/** The part of the file that is wrong; a mapping that stands alone is no list to a person. */
function placeOf(path: readonly PropertyKey[], given: unknown): string {
  const [kind] = path
  const isList = Array.isArray((given as Record<PropertyKey, unknown>)[kind ?? ''])
  return path.filter((_, i) => i !== 1 || isList).join('.')
}

function readJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new WorkbenchError('mapping-invalid', { file, where: '' }, { cause })
  }
}
