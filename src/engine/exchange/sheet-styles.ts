import type { OutStyle } from './out-sheet.ts'
import { escapeXml } from './xml-text.ts'

/** Look of a cell: indexes into the fonts, fills and borders below, and how it is aligned. */
interface Look {
  readonly font: number
  readonly fill: number
  readonly border: number
  readonly alignment?: string
}

const WRAP = 'vertical="center" wrapText="1"'
const CENTRE = `horizontal="center" ${WRAP}`

const LOOKS: Readonly<Record<OutStyle, Look>> = {
  plain: { font: 0, fill: 0, border: 0 },
  year: { font: 0, fill: 0, border: 0 },
  title: { font: 2, fill: 0, border: 0, alignment: CENTRE },
  note: { font: 3, fill: 0, border: 0, alignment: 'horizontal="right"' },
  stamp: { font: 3, fill: 0, border: 0 },
  signature: { font: 1, fill: 0, border: 0, alignment: CENTRE },
  header: { font: 1, fill: 2, border: 1, alignment: CENTRE },
  wrapped: { font: 0, fill: 0, border: 1, alignment: WRAP },
  group: { font: 1, fill: 0, border: 1, alignment: WRAP },
  total: { font: 1, fill: 3, border: 1, alignment: WRAP },
}

const FONT = '<name val="Times New Roman"/><family val="1"/>'
const FONTS = [
  `<font><sz val="11"/>${FONT}</font>`,
  `<font><b/><sz val="11"/>${FONT}</font>`,
  `<font><b/><sz val="14"/>${FONT}</font>`,
  `<font><i/><sz val="11"/>${FONT}</font>`,
]
const solid = (colour: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/></patternFill></fill>`
const FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  solid('E8EEF4'),
  solid('F3F3F3'),
]
const side = (name: string) => `<${name} style="thin"><color rgb="FFBFBFBF"/></${name}>`
const BORDERS = [
  '<border/>',
  `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}</border>`,
]

/** Text, whole numbers and years have formats of their own in every workbook; others get a number from here. */
const BUILT_IN: Readonly<Record<string, number>> = { General: 0, '0': 1, '#,##0': 3, '@': 49 }
const FIRST_CUSTOM = 164

/** Numbers the styles a workbook uses, in the order they are first asked for. */
export class SheetStyles {
  private readonly indexes = new Map<string, number>()
  private readonly formats = new Map<string, number>()
  private readonly xfs: string[] = []

  constructor() {
    this.index('plain', 'General')
  }

  /** The number of a look with a number format; text cells are kept text when someone edits them. */
  index(style: OutStyle, format: string): number {
    const key = `${style}|${format}`
    const known = this.indexes.get(key)
    if (known !== undefined) return known
    this.indexes.set(key, this.xfs.length)
    this.xfs.push(this.xf(LOOKS[style], format))
    return this.xfs.length - 1
  }

  /** The styles part. */
  xml(): string {
    const list = (name: string, items: readonly string[]) =>
      items.length === 0 ? '' : `<${name} count="${items.length}">${items.join('')}</${name}>`
    const formats = [...this.formats].map(
      ([code, id]) => `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`,
    )
    return (
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      list('numFmts', formats) +
      list('fonts', FONTS) +
      list('fills', FILLS) +
      list('borders', BORDERS) +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      list('cellXfs', this.xfs) +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )
  }

  private xf({ font, fill, border, alignment }: Look, format: string): string {
    const quote = format === '@' ? ' quotePrefix="1"' : ''
    const align = alignment ? `<alignment ${alignment}/>` : ''
    return (
      `<xf numFmtId="${this.formatId(format)}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"` +
      ` applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${quote}>${align}</xf>`
    )
  }

  private formatId(format: string): number {
    const known = BUILT_IN[format] ?? this.formats.get(format)
    if (known !== undefined) return known
    const id = FIRST_CUSTOM + this.formats.size
    this.formats.set(format, id)
    return id
  }
}
