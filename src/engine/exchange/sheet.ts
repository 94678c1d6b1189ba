import { notesDrawing, notesXml } from './long-number-notes.ts'
import type { OutSheet } from './out-sheet.ts'
import { SheetStyles } from './sheet-styles.ts'
import { type SheetXml, writeSheetXml } from './sheet-xml.ts'
import { writeArchive } from './write-archive.ts'
import { XML_HEAD, escapeXml } from './xml-text.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The bytes of an .xlsx. */
export function writeSheets(sheets: readonly OutSheet[]): Uint8Array {
  const styles = new SheetStyles()
  const written = sheets.map((sheet) => writeSheetXml(sheet, styles))
  const parts = new Map<string, Buffer>()
  const put = (name: string, xml: string) => parts.set(name, Buffer.from(XML_HEAD + xml))
  put('[Content_Types].xml', contentTypes(written))
  put('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']]))
  put('xl/workbook.xml', workbookXml(sheets))
  put('xl/_rels/workbook.xml.rels', workbookRelations(sheets))
  put('xl/styles.xml', styles.xml())
  written.forEach(({ part, longNumbers }, i) => {
    const number = i + 1
    parts.set(`xl/worksheets/sheet${number}.xml`, part)
    if (longNumbers.length === 0) return
    put(`xl/worksheets/_rels/sheet${number}.xml.rels`, noteRelations(number))
    put(`xl/comments${number}.xml`, notesXml(longNumbers, sheets[i]?.longNumberNote ?? ''))
    put(`xl/drawings/notes${number}.vml`, notesDrawing(longNumbers))
  })
  return writeArchive(parts)
}

function contentTypes(written: readonly SheetXml[]): string {
  const part = (name: string, type: string) =>
    `<Override PartName="/${name}" ContentType="${TYPE}.${type}+xml"/>`
  const sheets = written.flatMap(({ longNumbers }, i) => [
    part(`xl/worksheets/sheet${i + 1}.xml`, 'worksheet'),
    ...(longNumbers.length > 0 ? [part(`xl/comments${i + 1}.xml`, 'comments')] : []),
  ])
  return (
    `<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
    part('xl/workbook.xml', 'sheet.main') +
    part('xl/styles.xml', 'styles') +
    `${sheets.join('')}</Types>`
  )
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const items = targets.map(
    ([type, target], i) =>
      `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`
}

function workbookRelations(sheets: readonly OutSheet[]): string {
  return relations([
    ...sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const),
    ['styles', 'styles.xml'],
  ])
}

function noteRelations(number: number): string {
  return relations([
    ['vmlDrawing', `../drawings/notes${number}.vml`],
    ['comments', `../comments${number}.xml`],
  ])
}

function workbookXml(sheets: readonly OutSheet[]): string {
  const list = sheets.map(
    ({ name }, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  )
  const titles = sheets.flatMap(({ name, print }, i) =>
    print
      ? [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${escapeXml(`'${name.replaceAll("'", "''")}'!${print.titles}`)}</definedName>`,
        ]
      : [],
  )
  const names = titles.length === 0 ? '' : `<definedNames>${titles.join('')}</definedNames>`
  // A program that opens the file works every sum out anew, and must come to the value that stands there.
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join('')}</sheets>${names}<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`
}
