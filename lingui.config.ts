import { defineConfig } from '@lingui/cli'

export default defineConfig({
  sourceLocale: 'vi',
  locales: ['vi', 'en'],
  catalogs: [{ path: '<rootDir>/src/renderer/i18n/{locale}', include: ['<rootDir>/src/renderer'] }],
})
