/** A task the plan must carry out, from the directive it answers; projects name it by its code. */
export interface Task {
  readonly id: number
  readonly code: string
  readonly name: string
  /** Where the task is set, as a person cites it. */
  readonly basis: string
}
