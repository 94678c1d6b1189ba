/** Who may import whom: what one folder of `src` may take from the others and from outside. */
export interface Layer {
  /** Folders of ours it may import. */
  readonly ours: readonly string[]
  /** Files inside those folders that stay closed to it. */
  readonly closed?: readonly string[]
  /** Files outside `src` it may import. */
  readonly files?: readonly string[]
  /** Each outside package with the places in the folder that may import it; `''` is the whole folder. */
  readonly packages: Readonly<Record<string, readonly string[]>>
  /** Whether Node's built-in modules may be imported. */
  readonly hasNode: boolean
}

const ANYWHERE = [''] as const

/** The tables of the architecture; the test beside this file holds the code to them. */
export const LAYERS: Readonly<Record<string, Layer>> = {
  core: {
    ours: [],
    packages: { 'decimal.js': ['decimal.ts'] },
    hasNode: false,
  },
  contract: {
    ours: ['core'],
    packages: {},
    hasNode: false,
  },
  engine: {
    ours: ['core', 'contract'],
    packages: {
      'better-sqlite3': ['workbook/'],
      kysely: ['workbook/'],
      'csv-parse': ['exchange/'],
      'csv-stringify': ['exchange/'],
      'iconv-lite': ['exchange/'],
      electron: ['main.ts'],
      ulid: ['workbook/'],
      // Every parameter and every stored text is parsed.
      zod: ANYWHERE,
    },
    hasNode: true,
  },
  cli: {
    ours: ['core', 'contract', 'engine'],
    closed: ['engine/main.ts'],
    files: ['package.json'],
    packages: { commander: ANYWHERE },
    hasNode: true,
  },
  main: {
    ours: ['contract'],
    packages: { electron: ANYWHERE, 'electron-log': ANYWHERE, zod: ANYWHERE },
    hasNode: true,
  },
  preload: {
    ours: ['contract'],
    packages: { electron: ANYWHERE },
    hasNode: false,
  },
  renderer: {
    ours: ['core', 'contract'],
    packages: {
      react: ANYWHERE,
      'react-dom': ANYWHERE,
      zustand: ANYWHERE,
      '@fluentui/react-components': ANYWHERE,
      '@fluentui/react-icons': ANYWHERE,
      '@fontsource-variable/inter': ANYWHERE,
      '@lingui/core': ANYWHERE,
      '@lingui/react': ANYWHERE,
      // The grid, and the two tables built on it.
      'ag-grid-community': ['matrix/', 'screens/projects-screen.tsx', 'screens/lines-screen.tsx'],
      'ag-grid-react': ['matrix/'],
      '@ag-grid-community/locale': ['matrix/'],
    },
    hasNode: false,
  },
}
