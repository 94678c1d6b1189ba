/** Why the text would be refused, or null. */
export function refuseEntry(text: string, _project: number | null, _line: number | null): string | null {
  return text.includes('_') ? 'Số không hợp lệ' : null
}
