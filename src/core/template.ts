/** A sentence in both languages, with `{name}` where a value goes. */
export interface Sentence {
  readonly vi: string
  readonly en: string
}

/** Puts values into a sentence; a name without a value leaves nothing behind. */
export function fillSentence(template: string, values: Readonly<Record<string, string>>): string {
  return template
    .replace(/\{(\w+)\}/g, (_match, name: string) =>
      Object.hasOwn(values, name) ? (values[name] ?? '') : '',
    )
    .replace(/ ?“”/g, '')
    .replace(/ {2,}/g, ' ')
    .trim()
}
