/** Long work cut into steps; each yields the share that is done, from 0 to 1. */
export type Steps<T> = Generator<number, T, void>

/** Carries out every step at once. */
export function runSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Steps that are one of so many equal parts of a greater work. */
export function* partOf<T>(steps: Steps<T>, index: number, parts: number): Steps<T> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    yield (index + step.value) / parts
  }
}
