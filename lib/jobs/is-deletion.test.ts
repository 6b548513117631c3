import { expect, it } from 'vitest'
import { isWrite } from './is-deletion.ts'
import { jobKinds } from './kinds.ts'

it('every kind is known to write or to read as it is defined', () => {
  expect(jobKinds.map(({ kind }) => [kind, isWrite({ kind })])).toEqual(
    jobKinds.map(({ kind, effect }) => [kind, effect === 'write']),
  )
})
