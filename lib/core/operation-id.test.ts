import { describe, expect, it } from 'vitest'
import { isOperationId, newOperationId, stepId } from './operation-id.ts'

describe('the id of a step', () => {
  it.each([0, 999_999, 1_000_000, Number.MAX_SAFE_INTEGER])('is an operation id for step %i', (step) => {
    expect(isOperationId(stepId(newOperationId(), step))).toBe(true)
    expect(isOperationId(stepId(stepId(newOperationId(), step), step))).toBe(true)
  })

  it('is of a step of a step at most', () => {
    expect(isOperationId(stepId(stepId(stepId(newOperationId(), 1), 1), 1))).toBe(false)
    expect(isOperationId(`${newOperationId()}-x`)).toBe(false)
  })
})
