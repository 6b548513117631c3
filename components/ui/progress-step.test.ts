import { expect, it } from 'vitest'
import { progressStep } from './progress-step.ts'

const stepsOf = (values: readonly (number | null)[], max: number) =>
  new Set(values.map((value) => progressStep({ state: 'Running', value, max }))).size

it('progress is a step at its beginning and at each quarter, however often it changes', () => {
  const all = Array.from({ length: 1_001 }, (_, value) => value)
  expect(stepsOf(all, 1_000)).toBe(5)
  expect(stepsOf(all.slice(0, 250), 1_000)).toBe(1)
  expect(stepsOf([999, 1_000], 1_000)).toBe(2)
})

it('progress of an unknown length is one step, and another state is another one', () => {
  expect(stepsOf([null, null], 0)).toBe(1)
  expect(stepsOf([1, 60, 120], 0)).toBe(1)
  const stand = { value: 10, max: 100 }
  expect(progressStep({ ...stand, state: 'Paused' })).not.toBe(progressStep({ ...stand, state: 'Running' }))
})
