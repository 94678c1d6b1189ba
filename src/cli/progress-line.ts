/** Where the line is written: a terminal, or anything else, which gets none. */
interface Terminal {
  readonly isTTY?: boolean
  write(text: string): unknown
}

/** Work is worth a word once it has taken this long, ms. */
const PATIENCE_MS = 1_000

/** One line on a terminal that says how much of long work is done, and goes when it is over. */
export class ProgressLine {
  private readonly since: number
  private shown = ''

  constructor(
    private readonly terminal: Terminal,
    private readonly clock: () => number = () => performance.now(),
  ) {
    this.since = clock()
  }

  /** Writes the share that is done, from 0 to 1, over what stood there. */
  show(share: number): void {
    const text = `${Math.floor(share * 100)}%`
    if (!this.terminal.isTTY || text === this.shown) return
    if (this.clock() - this.since < PATIENCE_MS) return
    this.shown = text
    this.terminal.write(`\r${text.padStart(4)}`)
  }

  /** Takes the line away. */
  clear(): void {
    if (this.shown !== '') this.terminal.write('\r    \r')
    this.shown = ''
  }
}
