/**
 * What some work tells while it goes on, as an async iterable that ends with it. The signal aborts when whoever reads
 * goes away. Errors: those of the work, at the end.
 */
export async function* emitted<T>(
  work: (emit: (item: T) => void, signal: AbortSignal) => Promise<void>,
): AsyncGenerator<T, void> {
  const leaving = new AbortController()
  const items: T[] = []
  let news = Promise.withResolvers<void>()
  let isOver = false
  const emit = (item: T) => {
    items.push(item)
    news.resolve()
  }
  const over = work(emit, leaving.signal).finally(() => {
    isOver = true
    news.resolve()
  })
  over.catch(() => {})
  try {
    while (!isOver || items.length > 0) {
      const item = items.shift()
      if (item !== undefined) yield item
      else {
        await news.promise
        news = Promise.withResolvers<void>()
      }
    }
    await over
  } finally {
    leaving.abort()
  }
}
