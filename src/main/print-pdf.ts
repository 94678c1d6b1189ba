import { randomUUID } from 'node:crypto'
import { session } from 'electron'
import type { PrintedPage } from '../contract/printed-page.ts'
import { createPrintWindow, refusePermissions } from './window.ts'

const ADDRESS = 'app://print/'
/** Inches: 10 mm at the sides, room for the foot below. */
const MARGINS = { top: 0.4, bottom: 0.55, left: 0.4, right: 0.4 }
const FOOT = 'font: 8px serif; width: 100%; padding: 0 10mm; display: flex'

/** Prints a page to a PDF in a hidden window of its own, which runs no script and reaches nothing. */
export async function printPdf({ html, paper, footer, page }: PrintedPage): Promise<Uint8Array> {
  const alone = session.fromPartition(randomUUID())
  refusePermissions(alone)
  alone.protocol.handle('app', () => new Response(html, { headers: HEADERS }))
  alone.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: url !== ADDRESS }))
  const window = createPrintWindow(alone)
  try {
    await window.loadURL(ADDRESS)
    return await window.webContents.printToPDF({
      landscape: true,
      pageSize: paper === 'a3' ? 'A3' : 'A4',
      printBackground: true,
      margins: MARGINS,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: `<div style="${FOOT}"><span style="flex: 1">${escapeHtml(footer)}</span>${escapeHtml(page)}&nbsp;<span class="pageNumber"></span>/<span class="totalPages"></span></div>`,
    })
  } finally {
    window.destroy()
  }
}

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;' })[sign] ?? '&gt;')
}
