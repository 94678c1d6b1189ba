import { escapeXml } from './xml-text.ts'

/** The notes on a sheet's numbers that are too long for Excel. */
export function notesXml(cells: readonly string[], text: string): string {
  const note = `<text><r><t>${escapeXml(text)}</t></r></text>`
  const comments = cells.map((at) => `<comment ref="${at}" authorId="0">${note}</comment>`)
  return (
    '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<authors><author>Lồng Ghép</author></authors><commentList>${comments.join('')}</commentList></comments>`
  )
}

/** The drawing Excel wants beside notes: one hidden box for each. */
export function notesDrawing(cells: readonly string[]): string {
  const shapes = cells.map((at, i) => {
    const [, letters = 'A', row = '1'] = /^([A-Z]+)(\d+)$/.exec(at) ?? []
    const column = [...letters].reduce((sum, c) => sum * 26 + c.charCodeAt(0) - 64, 0) - 1
    return (
      `<v:shape id="n${i}" type="#note" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
      `<v:textbox/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>` +
      `<x:Anchor>${column + 1},15,${Number(row) - 1},2,${column + 3},31,${Number(row) + 3},1</x:Anchor>` +
      `<x:AutoFill>False</x:AutoFill><x:Row>${Number(row) - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
    )
  })
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    '<v:shapetype id="note" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>' +
    `${shapes.join('')}</xml>`
  )
}
