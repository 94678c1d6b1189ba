/** What is made of each item, made anew whenever it is gone through and never all at once. */
export function eachOf<T, R>(items: Iterable<T>, make: (item: T) => R): Iterable<R> {
  return {
    *[Symbol.iterator]() {
      for (const item of items) yield make(item)
    },
  }
}
