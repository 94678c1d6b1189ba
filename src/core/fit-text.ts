/** As much as a cell of a spreadsheet holds. */
const LONGEST_TEXT = 32_767

/** Control characters and the marks that make text read in another order than it is stored. */
const UNFIT = /(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u

/** Whether a plan may hold a text: at most 32,767 characters, none of which controls or reorders others. */
export function isFitText(text: string): boolean {
  return text.length <= LONGEST_TEXT && !UNFIT.test(text)
}
