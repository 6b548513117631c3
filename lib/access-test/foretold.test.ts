import { expect, test } from 'vitest'
import type { Pool } from '../pools/pool.ts'
import { foretold } from './foretold.ts'
import { roleForecast } from './role-forecast.ts'

const pool: Pool = {
  poolId: 'us-east-1:1f',
  fingerprint: 'f',
  region: 'us-east-1',
  name: 'Kiosk',
  allowUnauthenticated: false,
  classicFlow: 'off',
  developerProviderName: 'members',
  loginProviders: { 'accounts.google.com': 'app' },
  userPools: [],
  oidcProviderArns: [],
  samlProviderArns: [],
  tags: {},
}
const roles = { authenticated: 'arn:aws:iam::123456789012:role/app/User', unauthenticated: null, mappings: [] }
const guest = { as: 'guest' as const, identityId: null }
const ada = { as: 'developer' as const, providerName: 'members', userIdentifier: 'ada' }
const told = (changes: Partial<Pool>, subject: typeof guest | typeof ada) => {
  const changed = { ...pool, ...changes }
  const { identity, openIdToken, credentials } = foretold(
    changed,
    roles,
    subject,
    roleForecast(changed, roles, subject, null),
    null,
  )
  return [identity.refused, openIdToken.refused, credentials.refused]
}

test('what is foretold follows guest access, the basic flow and the roles', () => {
  expect(told({}, guest)).toEqual([true, null, true])
  expect(told({ classicFlow: 'on' }, guest)).toEqual([true, null, true])
  expect(told({ allowUnauthenticated: true, classicFlow: 'unset' }, guest)).toEqual([false, false, true])
  expect(told({}, ada)).toEqual([false, false, false])
})

test('a role is foretold by its short name, and an identity that is named is not foretold', () => {
  expect(foretold(pool, roles, ada, roleForecast(pool, roles, ada, null), null).credentials.text).toBe('the role User')
  const known = { ...guest, identityId: 'us-east-1:1f' }
  expect(foretold(pool, roles, known, null, null).identity.refused).toBeNull()
  expect(foretold(pool, roles, known, null, null).credentials).toEqual({ refused: null, text: 'not known' })
})
