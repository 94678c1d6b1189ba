/** A project slot to look at again after an edit; `offset` is the year's in the columns, null every year. */
export interface Affected {
  readonly project: number
  readonly offset: number | null
}
