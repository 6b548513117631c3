import { describe, expect, it } from 'vitest'
import { largeTexts } from './large-texts-for-tests.ts'
import { readPools } from './read-pools.ts'

const MOST_GROWTH = 2.5
const RUNS = 7
const SIZE = 400
/** Below this a clock tells nothing. */
const LEAST_MS = 4

async function shortest(text: string): Promise<number> {
  let least = Infinity
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now()
    await readPools(text)
    least = Math.min(least, performance.now() - start)
  }
  return least
}

/** The size at which reading takes long enough to be measured. */
async function measurable(make: (size: number) => string): Promise<number> {
  let size = SIZE
  while (size < 100 * SIZE && (await shortest(make(size))) < LEAST_MS) size *= 2
  return size
}

describe('reading twice the text takes at most two and a half times as long', () => {
  it.each(Object.entries(largeTexts))('%s', { timeout: 60_000 }, async (_, make) => {
    const size = await measurable(make)
    let growth = Infinity
    for (let attempt = 0; attempt < 3 && growth > MOST_GROWTH; attempt += 1)
      growth = Math.min(growth, (await shortest(make(2 * size))) / (await shortest(make(size))))
    expect(growth).toBeLessThanOrEqual(MOST_GROWTH)
  })
})
