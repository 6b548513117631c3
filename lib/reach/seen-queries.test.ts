import { describe, expect, it } from 'vitest'
import { seenQueries, type SeenAbout, type SeenQuery } from './seen-queries.ts'

const poolId = 'us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809'
const identityId = 'us-east-1:11111111-2222-4333-8444-555555555555'
const role = 'arn:aws:iam::123456789012:role/User'
const ofPool = { poolId, identityId: null, roles: [role] }
const ofIdentity = { ...ofPool, identityId }

const textOf = (id: SeenQuery['id'], about: SeenAbout): string =>
  seenQueries(about).find((query) => query.id === id)?.text ?? ''

describe.each(['athena', 'lake', 'insights'] as const)('a query for %s', (id) => {
  it('asks for every call that hands something out', () => {
    const names = 'GetId GetCredentialsForIdentity GetOpenIdToken GetOpenIdTokenForDeveloperIdentity'.split(' ')
    for (const name of [...names, 'AssumeRoleWithWebIdentity'])
      expect(textOf(id, ofPool)).toMatch(new RegExp(`["']${name}["']`))
  })

  it('finds what STS saw by the provider and the roles of the pool', () => {
    expect(textOf(id, ofPool)).toMatch(
      /AssumeRoleWithWebIdentity["']\s+and\s+userIdentity\.(principalId|identityProvider) like ["']cognito-identity/i,
    )
    expect(textOf(id, ofPool)).toContain(role)
    expect(textOf(id, { ...ofPool, roles: [] })).not.toMatch(/\bIN (?:\(\)|\[\])/i)
  })

  it('of an identity asks for it alone, not for its pool or its roles', () => {
    expect(textOf(id, ofIdentity)).toContain(identityId)
    expect(textOf(id, ofIdentity)).not.toContain(poolId)
    expect(textOf(id, ofIdentity)).not.toContain(role)
  })
})

it.each(['athena', 'lake'] as const)('%s looks for the pool in the resources of an event', (id) => {
  expect(textOf(id, ofPool)).toContain(`any_match(resources, one -> one.arn LIKE '%:identitypool/${poolId}')`)
})

it.each([
  ['athena', `json_extract_scalar(responseelements, '$.identityId') = '${identityId}'`],
  ['athena', `useridentity.username = '${identityId}'`],
  ['lake', `element_at(responseElements, 'identityId') = '${identityId}'`],
  ['lake', `userIdentity.userName = '${identityId}'`],
] as const)('%s finds an identity where Cognito answers with it and where it takes a role', (id, condition) => {
  expect(textOf(id, ofIdentity)).toContain(condition)
})
