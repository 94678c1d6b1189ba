import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { groupBy, foldAll } from '../groups/group-store.ts'
import type { Hands } from '../hands.ts'
import { useLayout } from '../layout/layout-store.ts'
import { stepColumns } from '../layout/move-columns.ts'
import { selectWhole } from '../range/press-key.ts'
import { activeRange } from '../range/selection-store.ts'
import { clearSelected, fillSelected, toggleHold } from './change-cells.ts'
import { runClipboard } from './clipboard-command.ts'
import { editLine, editProject } from './edit-entry.ts'
import { editCell, pickAmount } from './edit-cell.ts'
import { sortBySelected } from './sort-rows.ts'

/** Something a person can do in the matrix, by its key, from a menu or from the palette. */
export interface MatrixCommand {
  readonly id: string
  readonly label: MessageDescriptor
  /** Its key as `chordOf` writes it, or null. */
  readonly chord: string | null
  /** Keys the browser or the grid carries out itself; listed for people only. */
  readonly isNative?: boolean
  readonly run: (hands: Hands) => void
}

/** Everything that acts on the selection or on the whole matrix. */
export const MATRIX_COMMANDS: readonly MatrixCommand[] = [
  command('cut', msg`Cắt`, 'Ctrl+X', () => runClipboard('cut'), true),
  command('copy', msg`Chép`, 'Ctrl+C', () => runClipboard('copy'), true),
  command('paste', msg`Dán`, 'Ctrl+V', () => runClipboard('paste'), true),
  command('clear', msg`Xóa số`, 'Delete', clearSelected),
  command('edit', msg`Sửa ô`, 'F2', editCell, true),
  command('pick', msg`Lấy số từ nhu cầu hoặc phần còn lại`, 'Alt+ArrowDown', pickAmount),
  command('fill-down', msg`Điền xuống`, 'Ctrl+D', (hands) => fillSelected(hands, 'down', 'copy')),
  command('fill-right', msg`Điền sang phải`, 'Ctrl+R', (hands) =>
    fillSelected(hands, 'right', 'copy'),
  ),
  command('fill-ratio', msg`Điền xuống theo tỷ lệ nhu cầu`, 'Ctrl+Shift+D', (hands) =>
    fillSelected(hands, 'down', 'ratio'),
  ),
  command('hold', msg`Giữ hoặc bỏ giữ`, 'Ctrl+H', toggleHold),
  command('edit-project', msg`Sửa dự án…`, 'Ctrl+E', editProject),
  command('edit-line', msg`Sửa nguồn vốn…`, 'Ctrl+Shift+E', editLine),
  command('select-all', msg`Chọn mọi ô vốn`, 'Ctrl+A', (hands) => selectWhole(hands, 'all')),
  command('select-row', msg`Chọn cả dòng`, 'Shift+Space', (hands) => selectWhole(hands, 'rows')),
  command('select-column', msg`Chọn cả cột`, 'Ctrl+Space', (hands) =>
    selectWhole(hands, 'columns'),
  ),
  command('sort-descending', msg`Xếp cột này từ lớn đến nhỏ`, null, (hands) =>
    sortBySelected(hands, 'desc'),
  ),
  command('sort-ascending', msg`Xếp cột này từ nhỏ đến lớn`, null, (hands) =>
    sortBySelected(hands, 'asc'),
  ),
  command('sort-none', msg`Bỏ xếp thứ tự`, null, (hands) => sortBySelected(hands, null)),
  command('column-left', msg`Chuyển cột sang trái`, 'Alt+Shift+ArrowLeft', () =>
    stepColumns(activeRange()?.columns ?? [], -1),
  ),
  command('column-right', msg`Chuyển cột sang phải`, 'Alt+Shift+ArrowRight', () =>
    stepColumns(activeRange()?.columns ?? [], 1),
  ),
  command('group-place', msg`Gộp theo địa bàn`, null, grouping('place')),
  command('group-sector', msg`Gộp theo ngành, lĩnh vực`, null, grouping('sector')),
  command('group-stage', msg`Gộp theo giai đoạn`, null, grouping('stage')),
  command('group-group', msg`Gộp theo nhóm dự án`, null, grouping('group')),
  command('group-none', msg`Không gộp`, null, grouping(null)),
  command('every-year', msg`Các năm cạnh nhau, hoặc chỉ một năm`, null, () =>
    useLayout.setState(({ isEveryYear }) => ({ isEveryYear: !isEveryYear })),
  ),
  command('fold-all', msg`Gập mọi nhóm`, null, () => foldAll(true)),
  command('unfold-all', msg`Mở mọi nhóm`, null, () => foldAll(false)),
]

/** The commands of the menu on cells, in its order; null is a line between them. */
export const CELL_MENU: readonly (string | null)[] = [
  'cut',
  'copy',
  'paste',
  'clear',
  null,
  'edit',
  'pick',
  'fill-down',
  'fill-right',
  'fill-ratio',
  null,
  'hold',
  null,
  'edit-project',
  'edit-line',
  null,
  'select-row',
  'select-column',
  null,
  'sort-descending',
  'sort-ascending',
  'sort-none',
  null,
  'column-left',
  'column-right',
]

function command(
  id: string,
  label: MessageDescriptor,
  chord: string | null,
  run: (hands: Hands) => void,
  isNative = false,
): MatrixCommand {
  return { id, label, chord, run, isNative }
}

function grouping(by: Parameters<typeof groupBy>[0]) {
  return ({ columns }: Hands) => {
    useLayout.setState({ by })
    groupBy(by, columns.projects)
  }
}
