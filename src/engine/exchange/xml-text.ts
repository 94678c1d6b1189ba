/** What every part of an .xlsx begins with. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** Escapes text for an XML attribute or element. */
export function escapeXml(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (letter) => ESCAPES[letter] ?? letter) : text
}

/** Escapes a cell's text: what XML cannot hold is spelled `_x000D_`, and an underscore that looks so is spelled out. */
export function escapeCell(text: string): string {
  const plain = /^[\p{L}\p{N} .,;:()/+-]*$/u.test(text)
  if (plain) return text
  return escapeXml(
    text
      .replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
      .replace(/(?![\t\n])\p{Cc}|[\uFFFE\uFFFF]/gu, spellOut),
  )
}

function spellOut(letter: string): string {
  return `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
}
