import { describe, expect, it } from 'vitest'
import { readPolicy } from '../policies/policy.ts'
import { actionsOf } from './action-data.ts'
import { isOfData, SHARED_DATA } from './isolation.ts'
import { leftOutWords, ownDataPolicy } from './own-data-policy.ts'

const poolId = 'us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809'
const data = await actionsOf(SHARED_DATA)
const every = [...data.values()]
  .flat()
  .map((known) => ({ ...known, ...(isOfData(known) && { ofData: true as const }) }))
const of = (...names: string[]) =>
  ownDataPolicy(
    every.filter(({ action }) => names.includes(action)),
    poolId,
  )

describe('a policy of one’s own data', () => {
  it('of every action of every service takes only those on data, fits into a managed policy and says what it leaves out', () => {
    const { policy, leftOut } = ownDataPolicy(every, poolId)
    expect((policy ?? '').length).toBeLessThan(6144)
    const allowed = (readPolicy(policy ?? '') ?? []).flatMap(({ actions }) => actions.names)
    expect(allowed).toContain('s3:GetObject')
    expect(allowed).not.toContain('s3:DeleteBucket')
    expect(allowed).not.toContain('s3:PutObjectAcl')
    expect(allowed).not.toContain('iot:CreateThing')
    const told = leftOut.flatMap(({ actions }) => actions)
    expect([...allowed, ...told].toSorted()).toEqual(every.map(({ action }) => action).toSorted())
  })

  it('is one that people can read, holds every resource or key to the user, and denies nothing', () => {
    const { policy } = of('s3:GetObject', 's3:ListBucket', 'dynamodb:GetItem', 'iot:GetThingShadow')
    expect(policy).toContain('\n  "Statement": [\n')
    const statements = readPolicy(policy ?? '') ?? []
    expect(statements.map(({ effect }) => effect)).toEqual(['Allow', 'Allow', 'Allow', 'Allow'])
    for (const statement of statements)
      expect(JSON.stringify(statement)).toContain('cognito-identity.amazonaws.com:sub')
    expect(policy).toContain('thing/${cognito-identity.amazonaws.com:sub}')
  })

  it.each([
    ['dynamodb:Scan', /leading key/],
    ['appsync:GraphQL', /resolvers/],
    ['cognito-sync:QueryRecords', /No resource/],
    ['s3:PutObjectAcl', /who may/],
    ['s3:CreateBucket', /not about what a user has/],
  ])('of nothing but %s is none, with the reason', (action, why) => {
    const { policy, leftOut } = of(action)
    expect(policy).toBeNull()
    expect(leftOut.map(leftOutWords).join(' ')).toMatch(why)
    expect(leftOut.map(leftOutWords).join(' ')).toContain(action)
  })
})
