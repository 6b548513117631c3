import { expect, it } from 'vitest'
import { atMost } from './at-most.ts'

it('runs every task, no more at once than it may, also after one that fails', async () => {
  const run = atMost(3)
  let [now, most] = [0, 0]
  const task = (answer: number) => async () => {
    now += 1
    most = Math.max(most, now)
    await new Promise((resolve) => setImmediate(resolve))
    now -= 1
    if (answer === 2) throw new Error('No.')
    return answer
  }
  const answers = await Promise.allSettled(Array.from({ length: 10 }, (_, index) => run(task(index))))
  expect(answers.map((one) => (one.status === 'fulfilled' ? one.value : null))).toEqual([
    0,
    1,
    null,
    3,
    4,
    5,
    6,
    7,
    8,
    9,
  ])
  expect(most).toBe(3)
})
