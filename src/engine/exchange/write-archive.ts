import { crc32, deflateRawSync } from 'node:zlib'

/** 1 January 1980, so that the same parts give the same bytes. */
const NO_DATE = 0x0021
/** The name of a part is UTF-8. */
const UTF8 = 0x0800
/** Large sheets are mostly repetition: a low level gives nearly all of the size at a third of the time. */
const LEVEL = 3

/** Packs parts into a zip archive. */
export function writeArchive(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const local: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of parts) {
    const packed = deflateRawSync(content, { level: LEVEL })
    const fields = entryFields(name, content, packed)
    const entry = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), fields, tail, Buffer.from(name))
    local.push(entry)
    offset += entry.length
  }
  return Buffer.concat([...local, ...directory, endOfDirectory(parts.size, directory, offset)])
}

function entryFields(name: string, content: Uint8Array, packed: Buffer): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(UTF8, 2)
  fields.writeUInt16LE(8, 4)
  fields.writeUInt16LE(NO_DATE, 8)
  fields.writeUInt32LE(crc32(content), 10)
  fields.writeUInt32LE(packed.length, 14)
  fields.writeUInt32LE(content.length, 18)
  fields.writeUInt16LE(Buffer.byteLength(name), 22)
  return fields
}

function endOfDirectory(count: number, directory: readonly Buffer[], offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    12,
  )
  end.writeUInt32LE(offset, 16)
  return end
}
