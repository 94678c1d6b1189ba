import { entryCommand } from '../entry-command.ts'

/** Shows a project field by field, edits it, adds it or removes it. */
export const project = entryCommand('project', {
  vi: 'Xem, sửa, thêm hoặc xóa một dự án theo từng mục',
  en: 'Show, edit, add or remove a project field by field',
})
