import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Preferences, RecentFile } from '../contract/bridge.ts'
import type { LaunchOptions } from './launch-options.ts'
import { writeWhole } from './write-whole.ts'

/** How many files opened before are remembered. */
export const MOST_RECENT = 10

/** The units amounts are shown in. */
export const unitSchema = z.enum(['dong', 'thousand', 'million', 'billion'])

/** What a page may ask main to remember. */
export const preferencesSchema = z.strictObject({
  language: z.enum(['vi', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  unit: unitSchema,
})

const rememberedSchema = z.object({
  preferences: preferencesSchema,
  recent: z.array(z.object({ path: z.string(), name: z.string() })).max(MOST_RECENT),
  bounds: z.object({ width: z.number().int(), height: z.number().int() }),
})

type Remembered = z.infer<typeof rememberedSchema>

const DEFAULTS: Remembered = {
  preferences: { language: 'vi', theme: 'system', unit: 'million' },
  recent: [],
  bounds: { width: 1366, height: 768 },
}

/** What this person's computer remembers between starts; a file that cannot be read counts as empty. */
export class Memory {
  private remembered: Remembered
  private chosen: Partial<Preferences> = {}

  constructor(private readonly path: string) {
    this.remembered = { ...DEFAULTS, ...readRemembered(path) }
  }

  get preferences(): Preferences {
    return { ...this.remembered.preferences, ...this.chosen }
  }

  /** Lets the command line choose for this run; nothing of it is remembered until the person chooses. */
  override({ language, theme }: Pick<LaunchOptions, 'language' | 'theme'>): void {
    this.chosen = { ...(language && { language }), ...(theme && { theme }) }
  }

  get recent(): readonly RecentFile[] {
    return this.remembered.recent
  }

  get bounds(): { width: number; height: number } {
    return this.remembered.bounds
  }

  savePreferences(preferences: Preferences): void {
    this.chosen = {}
    this.save({ preferences })
  }

  saveBounds({ width, height }: { width: number; height: number }): void {
    this.save({ bounds: { width, height } })
  }

  /** Puts a file on top of the recent ones. */
  addRecent(file: RecentFile): void {
    const others = this.recent.filter(({ path }) => path !== file.path)
    this.save({ recent: [file, ...others].slice(0, MOST_RECENT) })
  }

  private save(part: Partial<Remembered>): void {
    this.remembered = { ...this.remembered, ...part }
    writeWhole(this.path, JSON.stringify(this.remembered))
  }
}

function readRemembered(path: string): Partial<Remembered> {
  try {
    const parsed = rememberedSchema.partial().safeParse(JSON.parse(readFileSync(path, 'utf8')))
    return parsed.success ? (parsed.data as Partial<Remembered>) : {}
  } catch {
    return {}
  }
}
