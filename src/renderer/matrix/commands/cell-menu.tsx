import {
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  type PositioningVirtualElement,
} from '@fluentui/react-components'
import { useLingui } from '@lingui/react/macro'
import { useEffect, useMemo } from 'react'
import type { Hands } from '../hands.ts'
import { focusAnchor } from '../range/use-range-mouse.ts'
import { chordText } from './chord.ts'
import { closeCellMenu, useCellMenu } from './cell-menu-store.ts'
import { CELL_MENU, MATRIX_COMMANDS } from './matrix-commands.ts'

/** The menu of the selected cells: on a right click and on Shift+F10. */
export function CellMenu({ hands }: { hands: Hands | null }) {
  const { i18n } = useLingui()
  const at = useCellMenu((state) => state.at)
  const target = useMemo(() => at && pointElement(at), [at])
  useRightClick(hands)
  if (!hands || !target) return null
  function close(): void {
    closeCellMenu()
    if (hands) focusAnchor(hands)
  }
  return (
    <Menu
      open
      onOpenChange={(_, { open }) => !open && close()}
      // Beside the point it slides up as far as it must to be seen whole.
      positioning={{ target, position: 'after', align: 'top' }}
    >
      <MenuPopover className="cell-menu" data-testid="cell-menu">
        <MenuList>
          {CELL_MENU.map((id, index) => {
            const command = MATRIX_COMMANDS.find((one) => one.id === id)
            if (!command) return <MenuDivider key={`line ${index}`} />
            return (
              <MenuItem
                key={command.id}
                secondaryContent={chordText(command.chord)}
                data-testid={`menu-${command.id}`}
                onClick={() => {
                  close()
                  command.run(hands)
                }}
              >
                {i18n._(command.label)}
              </MenuItem>
            )
          })}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

function useRightClick(hands: Hands | null): void {
  useEffect(() => {
    if (!hands) return
    const open = (event: MouseEvent) => {
      if (!(event.target instanceof Element) || !event.target.closest('.ag-cell, .ag-header-cell'))
        return
      event.preventDefault()
      useCellMenu.setState({ at: { x: event.clientX, y: event.clientY } })
    }
    hands.root.addEventListener('contextmenu', open)
    return () => hands.root.removeEventListener('contextmenu', open)
  }, [hands])
}

function pointElement({ x, y }: { x: number; y: number }): PositioningVirtualElement {
  return { getBoundingClientRect: () => new DOMRect(x, y, 0, 0) }
}
