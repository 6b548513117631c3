import { expect, it } from 'vitest'
import { asTheyCome } from './as-they-come.ts'

it('yields the quick before the slow, and never runs more than allowed', async () => {
  const gates = new Map<string, () => void>()
  let running = 0
  let most = 0
  const run = async (name: string) => {
    running += 1
    most = Math.max(most, running)
    await new Promise<void>((resolve) => gates.set(name, resolve))
    running -= 1
    return name
  }
  const answers = asTheyCome(['slow', 'quick', 'last'], 2, run)[Symbol.asyncIterator]()
  const next = () => answers.next().then(({ value }) => value as string)
  const first = next()
  expect([...gates.keys()]).toEqual(['slow', 'quick'])
  gates.get('quick')?.()
  expect(await first).toBe('quick')
  const second = next()
  gates.get('last')?.()
  expect(await second).toBe('last')
  gates.get('slow')?.()
  expect(await next()).toBe('slow')
  expect((await answers.next()).done).toBe(true)
  expect(most).toBe(2)
})
