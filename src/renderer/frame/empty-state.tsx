import { Button } from '@fluentui/react-components'
import { Trans } from '@lingui/react/macro'
import type { Commands } from '../hooks/use-commands.ts'
import { openEntry } from '../plan/entry-dialog-store.ts'
import { useIsPast } from './use-is-past.ts'

/** A workbook named at start takes about this long to arrive, ms; until then nothing asks for one. */
const PATIENCE = 800

/** No workbook is open: what the program is for, and how to start. */
export function StartState({ commands }: { commands: Commands }) {
  const isWaited = useIsPast(PATIENCE)
  if (!isWaited) return null
  return (
    <section className="empty-state" data-testid="start-state">
      <h2>
        <Trans>Phân bổ nguồn vốn cho các dự án vùng biên giới</Trans>
      </h2>
      <p>
        <Trans>
          Mở một tệp kế hoạch (.lgw) đã có, tạo kế hoạch mới, hoặc xem kế hoạch mẫu để làm quen. Mọi
          số liệu ở lại trên máy này.
        </Trans>
      </p>
      <div className="empty-actions">
        <Button appearance="primary" onClick={commands.openWorkbook}>
          <Trans>Mở tệp…</Trans>
        </Button>
        <Button onClick={commands.newWorkbook}>
          <Trans>Tạo kế hoạch mới</Trans>
        </Button>
        <Button onClick={commands.openSample}>
          <Trans>Mở kế hoạch mẫu</Trans>
        </Button>
      </div>
    </section>
  )
}

/** The plan has no projects: what the matrix is for and the two actions that fill it. */
export function EmptyPlan({ commands }: { commands: Commands }) {
  return (
    <section className="empty-state" data-testid="empty-plan">
      <h2>
        <Trans>Kế hoạch chưa có dự án nào</Trans>
      </h2>
      <p>
        <Trans>
          Bảng phân bổ cho biết mỗi nguồn vốn chi bao nhiêu cho từng dự án trong từng năm. Hãy nhập
          bảng nguồn vốn và danh mục dự án từ Excel hoặc CSV, hoặc mở một kế hoạch khác.
        </Trans>
      </p>
      <div className="empty-actions">
        <Button appearance="primary" onClick={commands.showImport}>
          <Trans>Nhập bảng từ Excel, CSV…</Trans>
        </Button>
        <Button onClick={commands.openWorkbook}>
          <Trans>Mở tệp…</Trans>
        </Button>
        <Button onClick={() => openEntry({ kind: 'project', id: null })} data-testid="empty-add">
          <Trans>Thêm dự án…</Trans>
        </Button>
      </div>
    </section>
  )
}
