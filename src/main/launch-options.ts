/** What the command line of the window asked for. */
export interface LaunchOptions {
  readonly files: readonly string[]
  readonly isSample: boolean
  /** Where to write a picture of the window, then quit. */
  readonly screenshot: string | null
  readonly language: 'vi' | 'en' | null
  readonly theme: 'light' | 'dark' | null
  readonly size: { readonly width: number; readonly height: number } | null
}

/** Reads the arguments; anything that is not ours or a workbook is Chromium's and is passed over. */
export function readLaunchOptions(args: readonly string[]): LaunchOptions {
  const value = (name: string) => {
    const at = args.indexOf(name)
    return at < 0 ? undefined : args[at + 1]
  }
  const language = value('--lang')
  const theme = value('--theme')
  const [, width, height] = /^(\d{3,4})x(\d{3,4})$/.exec(value('--size') ?? '') ?? []
  return {
    files: args.filter((arg) => /\.lgw$/i.test(arg)),
    isSample: args.includes('--sample'),
    screenshot: value('--screenshot') ?? null,
    language: language === 'vi' || language === 'en' ? language : null,
    theme: theme === 'light' || theme === 'dark' ? theme : null,
    size: width && height ? { width: Number(width), height: Number(height) } : null,
  }
}
