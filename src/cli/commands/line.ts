import { entryCommand } from '../entry-command.ts'

/** Shows a funding line field by field, edits it, adds it or removes it. */
export const line = entryCommand('line', {
  vi: 'Xem, sửa, thêm hoặc xóa một nguồn vốn theo từng mục',
  en: 'Show, edit, add or remove a funding line field by field',
})
