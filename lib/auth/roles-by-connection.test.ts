import { describe, expect, it } from 'vitest'
import { connectionSchema } from '../config/schema.ts'
import { roleOn } from './role-on.ts'
import { rolesByConnection } from './roles-by-connection.ts'

const connection = (id: string, more: object = {}) => connectionSchema.parse({ id, regions: ['us-east-1'], ...more })
const oidc = {
  issuer: 'https://id.example.com',
  clientId: 'lifeguard',
  clientSecret: null,
  name: 'Example',
  scopes: ['openid'],
  roleClaim: 'groups',
  nameClaim: 'name',
  roles: { desk: 'support', admins: 'admin' } as const,
}
const connections = [
  connection('test'),
  connection('prod', { access: { 'on-call': 'support', 'prod-admins': 'admin' } }),
  connection('closed', { access: {} }),
]
const rolesOf = (...values: string[]) => rolesByConnection(values, { connections, oidc })

describe('the values of a claim give', () => {
  it.each<[string[], object]>([
    [[], {}],
    [['others'], {}],
    [['constructor', '__proto__', 'toString'], {}],
    [['desk'], { test: 'support' }],
    [['admins', 'desk'], { test: 'admin' }],
    [['desk', 'on-call'], { test: 'support', prod: 'support' }],
    [['prod-admins', 'on-call'], { prod: 'admin' }],
    [['DESK'], {}],
  ])('%j the roles %j', (values, roles) => {
    expect(rolesOf(...values)).toEqual(roles)
  })
})

describe('a connection', () => {
  const admins = connection('test', { roles: ['admin'] })
  it.each([
    [{ role: 'admin' as const }, 'admin'],
    [{ role: 'support' as const }, null],
    [{ role: 'admin' as const, on: {} }, null],
    [{ role: 'viewer' as const, on: { test: 'admin' as const } }, 'admin'],
    [{ role: 'admin' as const, on: { test: 'viewer' as const } }, null],
    [{ role: 'admin' as const, on: { prod: 'admin' as const } }, null],
  ])('for admins lets in %j as %s', (roles, expected) => {
    expect(roleOn(roles, admins)).toBe(expected)
  })
})
