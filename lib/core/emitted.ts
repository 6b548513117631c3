/**
 * What some work tells while it goes on, as an async iterable that ends with it. The signal aborts when whoever reads
 * goes away. Errors: those of the work, at the end.
 */
export async function* emitted<T>(
  work: (emit: (item: T) => void, signal: AbortSignal) => Promise<void>,
): AsyncGenerator<T, void> {
  const leaving = new AbortController()
  const items: T[] = []
  const state = { isOver: false, news: Promise.withResolvers<void>() }
  const emit = (item: T) => {
    items.push(item)
    state.news.resolve()
  }
  const over = work(emit, leaving.signal).finally(() => {
    state.isOver = true
    state.news.resolve()
  })
  over.catch(() => {})
  try {
    while (!state.isOver || items.length > 0) {
      const item = items.shift()
      if (item !== undefined) yield item
      else {
        await state.news.promise
        state.news = Promise.withResolvers<void>()
      }
    }
    await over
  } finally {
    leaving.abort()
  }
}
