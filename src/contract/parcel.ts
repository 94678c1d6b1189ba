/** Columns of less than this many bytes in all go as they are. */
const WORTH_PACKING = 256 * 1024
/** Where a column starts is a multiple of the widest element. */
const ALIGNMENT = 8
/** Texts of at least this many characters are columns too. */
const LONG_TEXT = 4096
/** How many characters are put together at once. */
const CHARACTERS = 8192

const ARRAYS = {
  Int32Array,
  Uint32Array,
  Float64Array,
  Int16Array,
  Uint16Array,
  Uint8Array,
} as const

type ArrayName = keyof typeof ARRAYS
type Column = InstanceType<(typeof ARRAYS)[ArrayName]>

/** Where one column lies in a parcel: at a byte, so many elements; a text by its UTF-16 units. */
export interface ParcelColumn {
  readonly path: readonly string[]
  readonly kind: ArrayName | 'text'
  readonly at: number
  readonly length: number
}

/** A large answer as ports carry it: its typed columns and long texts in one run of bytes, which processes pass on without looking into it, and the rest as it is. */
export interface Parcel {
  readonly rest: object
  readonly columns: readonly ParcelColumn[]
  readonly bytes: Uint8Array<ArrayBuffer>
}

interface Found {
  readonly path: readonly string[]
  readonly value: Column | string
}

/** Packs a value of plain objects; null where its columns are too small to be worth it. */
export function packParcel(value: unknown): Parcel | null {
  const found = findColumns(value)
  const sizes = found.map((column) => align(bytesOf(column.value)))
  const size = sizes.reduce((sum, one) => sum + one, 0)
  if (size < WORTH_PACKING) return null
  const bytes = new Uint8Array(size)
  let at = 0
  const columns = found.map(({ path, value: column }, index): ParcelColumn => {
    const start = at
    at += sizes[index] ?? 0
    write(bytes, start, column)
    const kind = typeof column === 'string' ? 'text' : (column.constructor.name as ArrayName)
    return { path, kind, at: start, length: column.length }
  })
  return {
    rest: without(value as object, new Set(found.map((column) => column.value))),
    columns,
    bytes,
  }
}

/** The value a parcel was packed of; its typed columns are views of the parcel's bytes. */
export function openParcel({ rest, columns, bytes }: Parcel): unknown {
  // Views need their alignment, which a slice of a larger buffer may not have.
  const whole = bytes.byteOffset % ALIGNMENT === 0 ? bytes : bytes.slice()
  for (const { path, kind, at, length } of columns) {
    const start = whole.byteOffset + at
    const column =
      kind === 'text'
        ? readText(new Uint16Array(whole.buffer, start, length))
        : new ARRAYS[kind](whole.buffer, start, length)
    place(rest, path, column)
  }
  return rest
}

function findColumns(value: unknown, path: readonly string[] = []): Found[] {
  if (isColumn(value)) return [{ path, value }]
  if (!isPlain(value)) return []
  return Object.entries(value).flatMap(([name, part]) => findColumns(part, [...path, name]))
}

function isColumn(value: unknown): value is Column | string {
  if (typeof value === 'string') return value.length >= LONG_TEXT
  return ArrayBuffer.isView(value) && value.constructor.name in ARRAYS
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  )
}

function without(value: object, columns: ReadonlySet<unknown>): object {
  const kept = Object.entries(value).filter(([, part]) => !columns.has(part))
  return Object.fromEntries(
    kept.map(([name, part]) => [name, isPlain(part) ? without(part, columns) : part]),
  )
}

function place(rest: object, path: readonly string[], column: Column | string): void {
  const owner = path
    .slice(0, -1)
    .reduce((at, name) => at[name] as Record<string, unknown>, rest as Record<string, unknown>)
  owner[path.at(-1) ?? ''] = column
}

function bytesOf(column: Column | string): number {
  return typeof column === 'string'
    ? column.length * Uint16Array.BYTES_PER_ELEMENT
    : column.byteLength
}

function align(size: number): number {
  return Math.ceil(size / ALIGNMENT) * ALIGNMENT
}

function write(bytes: Uint8Array<ArrayBuffer>, at: number, column: Column | string): void {
  if (typeof column !== 'string') {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at)
    return
  }
  const units = new Uint16Array(bytes.buffer, at, column.length)
  for (let index = 0; index < units.length; index += 1) units[index] = column.charCodeAt(index)
}

/** Unit by unit, as a decoder would replace what is no whole character. */
function readText(units: Uint16Array): string {
  let text = ''
  for (let at = 0; at < units.length; at += CHARACTERS) {
    text += String.fromCharCode(...units.subarray(at, at + CHARACTERS))
  }
  return text
}
