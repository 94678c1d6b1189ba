import { Button, Select } from '@fluentui/react-components'
import { DarkTheme20Regular } from '@fluentui/react-icons'
import { useLingui } from '@lingui/react/macro'
import { UNITS, type Unit } from '../../core/money.ts'
import { UNIT_NAMES } from '../../core/wording.ts'
import { useDark } from '../hooks/use-dark.ts'
import { usePlan } from '../plan/plan-store.ts'
import { toggleLanguage } from '../plan/toggle-language.ts'
import { useWindow } from '../plan/window-store.ts'

/** Year, unit, language and theme. */
export function ViewChoices() {
  const { t } = useLingui()
  const year = useWindow((state) => state.year)
  const unit = useWindow((state) => state.unit)
  const language = useWindow((state) => state.language)
  const years = usePlan((state) => state.columns?.years) ?? []
  const isDark = useDark()
  return (
    <>
      <Select
        size="small"
        aria-label={t`Năm`}
        value={String(year)}
        disabled={years.length === 0}
        onChange={(_, { value }) => useWindow.setState({ year: Number(value) })}
        data-testid="choose-year"
      >
        {years.map((one) => (
          <option key={one} value={one}>
            {t`Năm ${one}`}
          </option>
        ))}
      </Select>
      <Select
        size="small"
        aria-label={t`Đơn vị tính`}
        value={unit}
        onChange={(_, { value }) => useWindow.setState({ unit: value as Unit })}
        data-testid="choose-unit"
      >
        {UNITS.map((one) => (
          <option key={one} value={one}>
            {UNIT_NAMES[one][language]}
          </option>
        ))}
      </Select>
      <Button
        size="small"
        appearance="subtle"
        className="language-button"
        aria-label={language === 'vi' ? 'VI: switch to English' : 'EN: chuyển sang tiếng Việt'}
        title={language === 'vi' ? 'Switch to English' : 'Chuyển sang tiếng Việt'}
        onClick={toggleLanguage}
        data-testid="toggle-language"
      >
        {language === 'vi' ? 'VI' : 'EN'}
      </Button>
      <Button
        size="small"
        appearance="subtle"
        icon={<DarkTheme20Regular />}
        aria-label={isDark ? t`Giao diện sáng` : t`Giao diện tối`}
        title={isDark ? t`Giao diện sáng` : t`Giao diện tối`}
        onClick={() => useWindow.setState({ theme: isDark ? 'light' : 'dark' })}
        data-testid="toggle-theme"
      />
    </>
  )
}
