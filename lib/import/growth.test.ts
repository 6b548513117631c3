import { describe, expect, it } from 'vitest'
import { largeTexts } from './large-texts-for-tests.ts'
import { readPools } from './read-pools.ts'

const MOST_GROWTH = 2.5
const FEW_RUNS = 5
const MOST_RUNS = 400
const SIZE = 400
/** Below this a clock tells nothing. */
const LEAST_MS = 6

async function worked(text: string): Promise<number> {
  const start = performance.now()
  await readPools(text)
  return performance.now() - start
}

/** The size at which reading takes long enough to be measured. */
async function measurable(make: (size: number) => string): Promise<number> {
  let size = SIZE
  while (size < 100 * SIZE && (await least(make(size))) < LEAST_MS) size *= 2
  return size
}

async function least(text: string): Promise<number> {
  let shortest = Infinity
  for (let run = 0; run < FEW_RUNS; run += 1) shortest = Math.min(shortest, await worked(text))
  return shortest
}

describe('reading twice the text takes at most two and a half times as long', () => {
  it.each(Object.entries(largeTexts))('%s', { timeout: 60_000 }, async (_, make) => {
    const size = await measurable(make)
    const [text, twice] = [make(size), make(2 * size)]
    let [once, both] = [Infinity, Infinity]
    // The shortest of each is what it takes; everything else was held up.
    for (let run = 0; run < MOST_RUNS && !(run >= FEW_RUNS && both / once <= MOST_GROWTH); run += 1) {
      once = Math.min(once, await worked(text))
      both = Math.min(both, await worked(twice))
    }
    expect(both / once).toBeLessThanOrEqual(MOST_GROWTH)
  })
})
