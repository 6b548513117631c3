import { describe, expect, it } from 'vitest'
import { AppError, errorShape } from '../core/errors.ts'
import { afterStep } from './saved.ts'

const refuse = (): Promise<string> => Promise.reject(new AppError({ code: 'DENIED', message: 'No.' }))
const read = () => Promise.resolve('read')

describe('a step of a save', () => {
  it.each([
    ['was answered with what is there', 'there', refuse, ['there'], 'there'],
    ['was not, and is read anew', null, read, ['asked', 'read'], 'read'],
    ['was not, and cannot be read', null, refuse, ['asked'], 'NOT_READ_BACK'],
  ])('%s', async (_case, value, readAnew, heard, present) => {
    const told: string[] = []
    const after = afterStep({ value, untaken: [] }, 'asked', readAnew, (now) => void told.push(now))
    expect(await after.catch((error: unknown) => errorShape(error).code)).toBe(present)
    expect(told).toEqual(heard)
  })
})
