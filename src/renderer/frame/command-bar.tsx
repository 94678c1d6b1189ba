import {
  Button,
  Menu,
  MenuButton,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import {
  ArrowDownload16Regular,
  ArrowRedo16Regular,
  ArrowUndo16Regular,
  ArrowUpload16Regular,
  DocumentAdd16Regular,
  FolderOpen16Regular,
  PanelRight16Regular,
  Save16Regular,
} from '@fluentui/react-icons'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { RecentFile } from '../../contract/bridge.ts'
import { getBridge } from '../hooks/bridge.ts'
import { reportError } from '../hooks/report-error.ts'
import type { Commands } from '../hooks/use-commands.ts'
import { usePlan } from '../plan/plan-store.ts'
import { useWindow } from '../plan/window-store.ts'
import { ViewChoices } from './view-choices.tsx'

/** What can be done with the workbook, and how it is shown. */
export function CommandBar({ commands }: { commands: Commands }) {
  const { t } = useLingui()
  const file = usePlan((state) => state.file)
  const hasFile = file !== null
  return (
    <div
      className="command-bar"
      role="toolbar"
      aria-label={t`Lệnh`}
      data-region="commands"
      data-testid="command-bar"
    >
      <Button
        size="small"
        appearance="subtle"
        icon={<DocumentAdd16Regular />}
        onClick={commands.newWorkbook}
        data-testid="command-new"
      >
        <Trans>Mới</Trans>
      </Button>
      <OpenMenu commands={commands} />
      <SaveMenu commands={commands} hasFile={hasFile} />
      <span className="command-gap" />
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowDownload16Regular />}
        disabled={!hasFile}
        onClick={commands.showImport}
        data-testid="command-import"
      >
        <Trans>Nhập bảng</Trans>
      </Button>
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowUpload16Regular />}
        disabled={!hasFile}
        onClick={commands.showExport}
        data-testid="command-export"
      >
        <Trans>Xuất bảng</Trans>
      </Button>
      <span className="command-gap" />
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowUndo16Regular />}
        aria-label={t`Hoàn tác`}
        title={t`Hoàn tác (Ctrl+Z)`}
        disabled={!file?.undo}
        onClick={commands.undo}
        data-testid="command-undo"
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowRedo16Regular />}
        aria-label={t`Làm lại`}
        title={t`Làm lại (Ctrl+Y)`}
        disabled={!file?.redo}
        onClick={commands.redo}
        data-testid="command-redo"
      />
      <span className="command-space" />
      <ViewChoices />
      <InspectorToggle />
    </div>
  )
}

function OpenMenu({ commands }: { commands: Commands }) {
  const [recent, setRecent] = useState<readonly RecentFile[]>([])
  function loadRecent(isOpen: boolean): void {
    if (isOpen) getBridge().recentFiles().then(setRecent, reportError)
  }
  return (
    <Menu onOpenChange={(_, { open }) => loadRecent(open)}>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          size="small"
          appearance="subtle"
          icon={<FolderOpen16Regular />}
          data-testid="command-open"
        >
          <Trans>Mở</Trans>
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem
            onClick={commands.openWorkbook}
            secondaryContent="Ctrl+O"
            data-testid="open-file"
          >
            <Trans>Mở tệp…</Trans>
          </MenuItem>
          <MenuItem onClick={commands.openSample} data-testid="open-sample">
            <Trans>Mở kế hoạch mẫu</Trans>
          </MenuItem>
          {recent.length > 0 && <MenuDivider />}
          {recent.map((file, index) => (
            <MenuItem
              key={file.path}
              title={file.path}
              onClick={() => commands.openRecent(index)}
              data-testid={`recent-${index}`}
            >
              {file.name}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

function SaveMenu({ commands, hasFile }: { commands: Commands; hasFile: boolean }) {
  const { t } = useLingui()
  return (
    <span className="command-pair">
      <Button
        size="small"
        appearance="subtle"
        icon={<Save16Regular />}
        title={t`Lưu vào tệp (Ctrl+S)`}
        disabled={!hasFile}
        onClick={commands.save}
        data-testid="command-save"
      >
        <Trans>Lưu</Trans>
      </Button>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton
            size="small"
            appearance="subtle"
            aria-label={t`Cách lưu khác`}
            disabled={!hasFile}
            data-testid="command-save-menu"
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem
              onClick={commands.saveAs}
              secondaryContent="Ctrl+Shift+S"
              data-testid="command-save-as"
            >
              <Trans>Lưu thành tệp khác…</Trans>
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    </span>
  )
}

function InspectorToggle() {
  const { t } = useLingui()
  const isOpen = useWindow((state) => state.isInspectorOpen)
  return (
    <Button
      size="small"
      appearance="subtle"
      icon={<PanelRight16Regular />}
      aria-label={t`Bảng chi tiết`}
      title={t`Bảng chi tiết của dự án`}
      aria-pressed={isOpen}
      onClick={() => useWindow.setState({ isInspectorOpen: !isOpen })}
      data-testid="command-inspector"
    />
  )
}
