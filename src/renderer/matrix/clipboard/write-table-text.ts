/** One copied cell: as it is shown, and for an amount its plain figure with a point. */
export interface CopiedCell {
  readonly text: string
  readonly figure: string | null
}

/** Tab-separated text; a cell that holds tabs, breaks or quotes is quoted. */
export function tableText(rows: readonly (readonly CopiedCell[])[]): string {
  return rows.map((row) => row.map(({ text }) => quoted(text)).join('\t')).join('\r\n')
}

/** A table for spreadsheets: Excel and LibreOffice take the plain figures whatever separators they use. */
export function tableMarkup(rows: readonly (readonly CopiedCell[])[]): string {
  const body = rows
    .map((row) => `<tr>${row.map((cell) => cellMarkup(cell)).join('')}</tr>`)
    .join('')
  return `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table>${body}</table></body></html>`
}

function quoted(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function cellMarkup({ text, figure }: CopiedCell): string {
  // LibreOffice takes the figure only beside a format, and would read 11.400 in English as eleven and four tenths.
  const value =
    figure === null ? '' : ` align="right" x:num="${figure}" sdval="${figure}" sdnum="1033;"`
  return `<td${value}>${escapeMarkup(text)}</td>`
}

function escapeMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
