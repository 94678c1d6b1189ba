import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { GroupList20Regular } from '@fluentui/react-icons'
import { useLingui } from '@lingui/react/macro'
import { MATRIX_COMMANDS } from '../commands/matrix-commands.ts'
import type { Hands } from '../hands.ts'
import { useGroups } from './group-store.ts'

const CHOICES = ['group-none', 'group-place', 'group-sector', 'group-stage', 'group-group']
const FOLDS = ['unfold-all', 'fold-all']

/** What the projects are grouped by, and folding all groups at once. */
export function GroupMenu({ hands }: { hands: Hands | null }) {
  const { t, i18n } = useLingui()
  const by = useGroups((state) => state.by)
  const run = (id: string) => {
    const command = MATRIX_COMMANDS.find((one) => one.id === id)
    if (hands && command) command.run(hands)
  }
  const label = (id: string) => {
    const command = MATRIX_COMMANDS.find((one) => one.id === id)
    return command ? i18n._(command.label) : id
  }
  return (
    <Menu
      checkedValues={{ by: [`group-${by ?? 'none'}`] }}
      onCheckedValueChange={(_, { checkedItems }) => run(checkedItems[0] ?? 'group-none')}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          size="small"
          appearance={by === null ? 'subtle' : 'secondary'}
          icon={<GroupList20Regular />}
          aria-label={t`Gộp dự án`}
          title={t`Gộp dự án`}
          data-testid="open-groups"
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {CHOICES.map((id) => (
            <MenuItemRadio key={id} name="by" value={id} data-testid={`choose-${id}`}>
              {label(id)}
            </MenuItemRadio>
          ))}
          <MenuDivider />
          {FOLDS.map((id) => (
            <MenuItem key={id} disabled={by === null} onClick={() => run(id)}>
              {label(id)}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
