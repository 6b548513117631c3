import { describe, expect, it } from 'vitest'
import { completedPool } from './described/completed-pool.ts'
import { only } from './only-pool-for-tests.ts'

const file = (name: string) =>
  only(`
service: harbour
provider: { name: aws, region: eu-west-1, stage: "\${opt:stage, 'dev'}" }
custom:
  stage: \${self:provider.stage}
  names: { dev: harbour-test, prod: harbour }
resources:
  Resources:
    Harbour:
      Type: AWS::Cognito::IdentityPool
      Properties: { IdentityPoolName: ${name} }`)
const asked = async (name: string) =>
  (await file(name)).questions.map(({ id, preset, hint }) => [id, preset ?? (hint === undefined ? null : { hint })])

const stage = ["${opt:stage, 'dev'}", 'dev']

describe('a variable of Serverless', () => {
  it.each([
    ['${self:custom.names.${self:provider.stage}}', 'harbour-test'],
    ["${self:custom.names.${self:custom.stage}, 'pier'}", 'harbour-test'],
    ["${self:custom.none.${self:provider.stage}, 'pier'}", 'pier'],
    ['${self:service}-${aws:region}', 'harbour-eu-west-1'],
    ['${opt:stage, self:custom.stage}', 'dev'],
    ['${opt:name, ${self:service}}-${param:size, 3}', 'harbour-3'],
    ['!Sub "${self:custom.names.${self:provider.stage}}-${aws:region}"', 'harbour-test-eu-west-1'],
  ])('is worked out with those within it: %s', async (name, worked) => {
    const { snapshot, notes } = await file(name.startsWith('!') ? name : `"${name}"`)
    expect([snapshot.pool.name, notes]).toEqual([worked, []])
  })

  it('follows what somebody says of one within it', async () => {
    const { described } = await file('"${self:custom.names.${self:provider.stage}}"')
    const { snapshot } = completedPool(described, { answers: { "${opt:stage, 'dev'}": 'prod' } })
    expect(snapshot.pool.name).toBe('harbour')
  })

  it.each([
    ['${cf:users-${self:provider.stage}.PoolName}', [['${cf:users-dev.PoolName}', null]]],
    ['${cf:users-${opt:team}.PoolName}', [['${cf:users-${opt:team}.PoolName}', null]]],
    ["${ssm:/${self:service}/name, 'pier'}", [["${ssm:/harbour/name, 'pier'}", { hint: 'pier' }]]],
    ['${self:provider.stage}-${env:NAME}', [stage, ['${env:NAME}', null]]],
  ])('is asked for as one thing: %s', async (name, questions) => {
    expect(await asked(`"${name}"`)).toEqual(questions)
  })

  it('that does not end is a text', async () => {
    expect((await file('"${self:service"')).snapshot.pool.name).toBe('${self:service')
  })
})
