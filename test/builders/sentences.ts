/** Words a person can read: not empty, no placeholder left, no doubled spaces, nothing unnamed. */
export function isWords(text: string): boolean {
  return (
    text.trim() !== '' && !/[{}]|undefined|null|NaN|\[object| {2}|“”|\(\)| [.,;:](?: |$)/.test(text)
  )
}

/** Words that end as a sentence does. */
export function isSentence(text: string): boolean {
  return isWords(text) && /[.!?)]$/.test(text)
}
