import { type Theme, webDarkTheme, webLightTheme } from '@fluentui/react-components'

/** Dense type for office screens: 13 px where Fluent has 14. */
const TYPE: Partial<Theme> = {
  fontFamilyBase: "'Inter Variable', 'Segoe UI', 'Noto Sans', system-ui, sans-serif",
  fontFamilyNumeric: "'Inter Variable', 'Segoe UI', 'Noto Sans', system-ui, sans-serif",
  fontSizeBase200: '12px',
  fontSizeBase300: '13px',
  fontSizeBase400: '15px',
  fontSizeBase500: '18px',
  lineHeightBase200: '16px',
  lineHeightBase300: '18px',
  lineHeightBase400: '20px',
  lineHeightBase500: '24px',
}

/** Fluent's light theme, dense and calm. */
export const LIGHT_THEME: Theme = { ...webLightTheme, ...TYPE }

/** Fluent's dark theme, dense and calm. */
export const DARK_THEME: Theme = { ...webDarkTheme, ...TYPE }
