import { XmlScanner, packName } from './xml-scanner.ts'

const [FORMAT, STYLES, STYLE] = ['numFmt', 'cellXfs', 'xf'].map(packName)

/** Number formats 14–22, 27–36, 45–47 and 50–58 show a number as a day or a time. */
function isBuiltInDate(id: number): boolean {
  return (
    (id >= 14 && id <= 22) ||
    (id >= 27 && id <= 36) ||
    (id >= 45 && id <= 47) ||
    (id >= 50 && id <= 58)
  )
}

/** Which cell styles of a workbook show their number as a day, by style index. */
export function readDateStyles(styles: Buffer): readonly boolean[] {
  const scanner = new XmlScanner(styles)
  const dateFormats = new Set<number>()
  const isDate: boolean[] = []
  let isInStyles = false
  while (scanner.next()) {
    if (scanner.name === STYLES) isInStyles = !scanner.isClosing
    else if (scanner.isClosing) continue
    else if (scanner.name === FORMAT) {
      if (isDateCode(scanner.attribute('formatCode') ?? ''))
        dateFormats.add(scanner.numberAttribute('numFmtId'))
    } else if (isInStyles && scanner.name === STYLE) {
      const id = scanner.numberAttribute('numFmtId')
      isDate.push(isBuiltInDate(id) || dateFormats.has(id))
    }
  }
  return isDate
}

function isDateCode(code: string): boolean {
  const letters = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '')
  return /[dmyhs]/i.test(letters) && !/[#?]/.test(letters)
}

const DAY = 86_400_000

/** A day number as `2025-10-20`; null where it is no day Excel has. */
export function dayOfSerial(serial: number, is1904: boolean): string | null {
  // Excel counts a 29/2/1900 that never was, so serials up to 60 are one day further on.
  const days = is1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial
  if (!(days >= 1 && days < 2_958_466)) return null
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * DAY).toISOString().slice(0, 10)
}
