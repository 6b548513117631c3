import { expect, test } from 'vitest'
import { plainPath } from './plain-path.ts'

const id = '0c5d6a5e-0a3b-4a3c-8f9e-1d2c3b4a5f60'

test.each([
  ['/', '/'],
  ['/sign-in?token=hush', '/sign-in'],
  [`/prod/pools/us-east-1:${id}/identities`, '/prod/pools/:id/identities'],
  [`/prod/identities/us-gov-west-1%3A${id.toUpperCase()}?tab=logins`, '/prod/identities/:id'],
  [`/api/jobs/${id}/results?connection=prod`, '/api/jobs/:id/results'],
  ['/%E0%A4%A', '/%E0%A4%A'],
  ['*', '*'],
  ['', ''],
])('the path of %s is %s', (address, path) => {
  expect(plainPath(address)).toBe(path)
})

test('a path is no longer than a line can be read', () => {
  expect(plainPath(`/${'a'.repeat(5_000)}`)).toHaveLength(200)
})
