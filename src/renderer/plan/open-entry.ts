/** Commits the text still open in an editor; false where it was refused and the editor is open again. */
type Finisher = () => Promise<boolean>

let finisher: Finisher | null = null

/** Names who commits an open text, until the returned function is called. */
export function watchOpenEntry(finish: Finisher): () => void {
  finisher = finish
  return () => {
    if (finisher === finish) finisher = null
  }
}

/** Runs a command once the engine has what was typed; a refused text stops it and stays to be corrected. */
export async function afterOpenEntry<T>(command: () => T | Promise<T>): Promise<T | undefined> {
  if (finisher && !(await finisher())) return undefined
  return command()
}
