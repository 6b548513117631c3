import { expect, it } from 'vitest'
import { rolesGot } from './roles-got.ts'

it('a role that nobody gets is none of those to cut off, and each other one is named once', () => {
  expect(
    rolesGot([
      { kind: 'guest', arn: 'guest' },
      { kind: 'guest-basic', arn: 'guest' },
      { kind: 'users', arn: 'user' },
      { kind: 'token', arn: null },
      { kind: 'nobody', arn: 'unused' },
    ]),
  ).toEqual(['guest', 'user'])
})
