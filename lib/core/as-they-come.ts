/** Runs over all items, at most so many at once, and yields each answer as it comes. `run` must not throw. */
export async function* asTheyCome<T, R>(
  items: readonly T[],
  atOnce: number,
  run: (item: T) => Promise<R>,
): AsyncIterable<R> {
  const waiting = items.values()
  const underWay = new Set<Promise<() => R>>()
  const fill = () => {
    while (underWay.size < atOnce) {
      const { value, done } = waiting.next()
      if (done) return
      const running: Promise<() => R> = run(value).then((answer) => () => {
        underWay.delete(running)
        return answer
      })
      underWay.add(running)
    }
  }
  fill()
  while (underWay.size > 0) {
    const take = await Promise.race(underWay)
    yield take()
    fill()
  }
}
