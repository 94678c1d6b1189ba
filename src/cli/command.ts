import type { Language } from '../contract/bridge.ts'

/** Where a command writes and how. */
export interface Output {
  readonly isJson: boolean
  readonly language: Language
  /** Writes one line to standard output. */
  print(line: string): void
  /** Writes a piece of a line to standard output, as it is: nothing in it may steer a terminal. */
  write(text: string): void
  /** Waits until standard output has passed on what it was given, or nobody reads it any more. */
  drained(): Promise<void>
  /** Writes one line to standard error. */
  printError(line: string): void
  /** Shows how much of long work is done, from 0 to 1, where a person watches a terminal. */
  showProgress(share: number): void
}

/** One command of `longghep`; it returns its exit code and never ends the process. */
export interface Command {
  /** Name and arguments as commander reads them. */
  readonly usage: string
  readonly summary: Readonly<Record<Language, string>>
  /** Flags and their explanations. */
  readonly options?: readonly (readonly [flags: string, text: Readonly<Record<Language, string>>])[]
  run(
    args: readonly string[],
    options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>,
    output: Output,
  ): number | Promise<number>
}
