import type { Page } from '@playwright/test'

/** What a browser tells of an event: the time until what it changed was painted, and what belongs together. */
interface Timing extends PerformanceEntry {
  interactionId: number
}

/** Does something on the page; how long it took until the next paint, the longest of its events. */
export async function painted(page: Page, act: () => Promise<void>): Promise<number> {
  const watch = await page.evaluateHandle(() => {
    const durations: number[] = []
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Timing[]) if (entry.interactionId > 0) durations.push(entry.duration)
    })
    // Shorter ones than 16 ms are not told: then it was fast.
    observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
    return { durations, observer }
  })
  await act()
  return watch.evaluate(async ({ durations, observer }) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    for (let frames = 0; frames < 3; frames += 1) await frame()
    await new Promise((resolve) => setTimeout(resolve, 100))
    for (const entry of observer.takeRecords() as Timing[]) if (entry.interactionId > 0) durations.push(entry.duration)
    observer.disconnect()
    return Math.max(0, ...durations)
  })
}
