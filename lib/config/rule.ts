import { z } from 'zod'
import { nearest } from './nearest.ts'

/** What a setting must be, in words, with an example: the text of every mistake about it. */
export const rule = (must: string, example: string) => ({
  error: ({ input }: { input?: unknown }) =>
    `${input === undefined ? 'is missing: it must be' : 'must be'} ${must}, for example ${example}`,
})

/** An object whose unknown keys are mistakes, one line each, with the nearest known key. */
export function settings<Shape extends z.core.$ZodLooseShape>(shape: Shape, example: string) {
  const known = Object.keys(shape)
  const { error } = rule('an object', example)
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => unknownKey(key, known, example)).join('\n')
        : error(issue),
  })
}

/** The sentence about one unknown name. */
export function unknownKey(key: string, known: readonly string[], example: string) {
  const close = nearest(key, known)
  const advice = close === null ? `known are ${known.join(', ')}` : `did you mean "${close}"?`
  return `"${key}" is not known here: ${advice}${advice.endsWith('?') ? ' For' : '; for'} example ${example}`
}
