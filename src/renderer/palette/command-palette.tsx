import { Dialog, DialogBody, DialogSurface, Input } from '@fluentui/react-components'
import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, useMemo, useState } from 'react'
import type { Commands } from '../hooks/use-commands.ts'
import { useWindow } from '../plan/window-store.ts'
import { type PaletteItem, findItems } from './palette-item.ts'
import { usePaletteItems } from './use-palette-items.ts'

/** More than this many nobody reads; another letter narrows them down. */
const MOST = 12

/** Any command and any project by a few letters of its name. */
export function CommandPalette({ commands }: { commands: Commands }) {
  const { t } = useLingui()
  const items = usePaletteItems(commands)
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const found = useMemo(() => findItems(items, query).slice(0, MOST), [items, query])
  const close = () => useWindow.setState({ dialog: null })
  function run(item: PaletteItem | undefined): void {
    if (!item) return
    close()
    // The dialog hands the focus back first; a command may want it elsewhere.
    setTimeout(item.run)
  }
  function press(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) run(found[at])
    else if (event.key === 'ArrowDown') setAt((now) => Math.min(now + 1, found.length - 1))
    else if (event.key === 'ArrowUp') setAt((now) => Math.max(now - 1, 0))
    else return
    event.preventDefault()
  }
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && close()}>
      <DialogSurface className="palette" data-testid="palette" aria-label={t`Tìm lệnh`}>
        <DialogBody className="palette-body">
          <Input
            autoFocus
            className="palette-text"
            placeholder={t`Tìm lệnh hoặc dự án`}
            aria-label={t`Tìm lệnh hoặc dự án`}
            value={query}
            onKeyDown={press}
            onChange={(_, { value }) => {
              setQuery(value)
              setAt(0)
            }}
            input={
              {
                role: 'combobox',
                'aria-expanded': true,
                'aria-controls': 'palette-list',
                'aria-activedescendant': `palette-${at}`,
                'data-testid': 'palette-text',
              } as object
            }
          />
          <div id="palette-list" role="listbox" aria-label={t`Lệnh`} className="palette-list">
            {found.map((item, index) => (
              <PaletteOption
                key={item.id}
                item={item}
                index={index}
                isSelected={index === at}
                onRun={run}
              />
            ))}
          </div>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

interface OptionProps {
  readonly item: PaletteItem
  readonly index: number
  readonly isSelected: boolean
  readonly onRun: (item: PaletteItem) => void
}

function PaletteOption({ item, index, isSelected, onRun }: OptionProps) {
  return (
    // The text field keeps the focus and its keys choose; the mouse is the other way.
    <div
      id={`palette-${index}`}
      role="option"
      aria-selected={isSelected}
      className="palette-option"
      data-testid={`palette-${item.id}`}
      onMouseDown={(event) => {
        event.preventDefault()
        onRun(item)
      }}
    >
      <span>{item.label}</span>
      <kbd>{item.keys}</kbd>
    </div>
  )
}
