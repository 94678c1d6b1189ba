/** What is printed to a PDF: a page without script, its paper (always landscape), and the words at its foot. */
export interface PrintedPage {
  readonly html: string
  readonly paper: 'a3' | 'a4'
  readonly footer: string
  /** The word before the page's number. */
  readonly page: string
}
