import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { emitted } from './emitted.ts'

async function all<T>(items: AsyncIterable<T>) {
  const got: T[] = []
  for await (const item of items) got.push(item)
  return got
}

it('what work tells comes in its order, also what is told at once and at its end', async () => {
  const told = emitted<number>(async (emit) => {
    emit(1)
    emit(2)
    await pause(5)
    emit(3)
    await pause(5)
    emit(4)
  })
  expect(await all(told)).toEqual([1, 2, 3, 4])
})

it('an error of the work comes after what it told', async () => {
  const got: number[] = []
  const told = emitted<number>(async (emit) => {
    emit(1)
    throw new Error('broken')
  })
  await expect(
    (async () => {
      for await (const item of told) got.push(item)
    })(),
  ).rejects.toThrow('broken')
  expect(got).toEqual([1])
})

it('work hears that nobody reads any more', async () => {
  const heard = Promise.withResolvers<boolean>()
  const told = emitted<number>(async (emit, signal) => {
    signal.addEventListener('abort', () => heard.resolve(true))
    emit(1)
    await heard.promise
  })
  for await (const item of told) {
    expect(item).toBe(1)
    break
  }
  expect(await heard.promise).toBe(true)
})
