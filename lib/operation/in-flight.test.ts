import { expect, test } from 'vitest'
import { allSettled, inFlight } from './in-flight.ts'

test('the end waits for everything that was begun, also for what fails and for what follows', async () => {
  const ended: string[] = []
  const first = Promise.withResolvers<string>()
  const second = Promise.withResolvers<string>()
  const work = inFlight(first.promise).then((value) => {
    ended.push(value)
    return inFlight(second.promise)
  })
  const whole = allSettled().then(() => ended.push('all'))
  first.resolve('first')
  second.reject(new Error('second failed'))
  await expect(work).rejects.toThrow('second failed')
  await whole
  expect(ended).toEqual(['first', 'all'])
})

test('nothing in flight is no reason to wait', async () => {
  await expect(allSettled()).resolves.toBeUndefined()
})
