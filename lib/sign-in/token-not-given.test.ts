import { expect, it } from 'vitest'
import { tokenNotGiven } from './token-not-given.ts'

const connections = [{ id: 'test' }, { id: 'prod' }]
const refused = (asked: Partial<Parameters<typeof tokenNotGiven>[0]>, maker: Parameters<typeof tokenNotGiven>[1]) =>
  tokenNotGiven({ role: 'support', connectionIds: ['test'], permissions: ['jobs:run'], ...asked }, maker, connections)
    ?.code ?? null

it.each([
  ['an admin everywhere', {}, { role: 'admin' }, null],
  ['an admin there', {}, { role: 'viewer', on: { test: 'admin' } }, null],
  ['one with the same role', {}, { role: 'support' }, null],
  ['one with less', {}, { role: 'viewer' }, 'FORBIDDEN'],
  ['an admin of another connection', {}, { role: 'admin', on: { prod: 'admin' } }, 'FORBIDDEN'],
  [
    'an admin of one of two',
    { connectionIds: ['test', 'prod'] },
    { role: 'admin', on: { test: 'admin' } },
    'FORBIDDEN',
  ],
  ['a token with the same permissions', {}, { role: 'admin', only: ['tokens:manage', 'jobs:run'] }, null],
  ['a token with fewer', {}, { role: 'admin', only: ['tokens:manage'] }, 'FORBIDDEN'],
  ['nobody, where there is no such connection', { connectionIds: ['gone'] }, { role: 'admin' }, 'NOT_FOUND'],
  ['nobody, with what its role does not hold', { permissions: ['pools:delete'] }, { role: 'admin' }, 'VALIDATION'],
] as const)('a token for support is made by %s: refused with %j', (_, asked, maker, code) => {
  expect(refused(asked, maker)).toBe(code)
})
