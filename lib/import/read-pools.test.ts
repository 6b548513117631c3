import {
  DescribeIdentityPoolCommand,
  GetIdentityPoolRolesCommand,
  GetPrincipalTagAttributeMapCommand,
} from '@aws-sdk/client-cognito-identity'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { awkwardPool, barePool } from '../code/pools-for-tests.ts'
import { clientOf, makePool, SECRET } from '../code/service-pool-for-tests.ts'
import { snapshotFacts, type PoolSnapshot } from '../code/snapshot.ts'
import { toCloudFormation } from '../code/to-cloudformation.ts'
import { toTerraform } from '../code/to-terraform.ts'
import { diffFacts } from '../facts/facts.ts'
import { createWorld } from '../emulator/create-world.ts'
import type { World } from '../emulator/state/world.ts'
import { only } from './only-pool-for-tests.ts'
import { readPools } from './read-pools.ts'

const differences = async (text: string, { pool, roles, principalTags }: PoolSnapshot) =>
  diffFacts(snapshotFacts({ pool, roles, principalTags }), snapshotFacts((await only(text)).snapshot))

async function answersOf(world: World, IdentityPoolId: string, { pool, principalTags }: PoolSnapshot) {
  const client = clientOf(world, pool.region)
  const { $metadata: _, ...description } = await client.send(new DescribeIdentityPoolCommand({ IdentityPoolId }))
  const { $metadata: __, ...roles } = await client.send(new GetIdentityPoolRolesCommand({ IdentityPoolId }))
  const tags = principalTags.map(async ({ provider: IdentityProviderName }) => {
    const input = { IdentityPoolId, IdentityProviderName }
    const { $metadata: ___, ...map } = await client.send(new GetPrincipalTagAttributeMapCommand(input))
    return map
  })
  return [description, roles, ...(await Promise.all(tags))]
}

describe.each([
  ['that uses everything', awkwardPool],
  ['that has nothing but a name', barePool],
])('a pool %s', (_, snapshot) => {
  it('comes back from its CloudFormation template, in JSON and in YAML', async () => {
    const template = toCloudFormation(snapshot)
    for (const text of [template, stringify(JSON.parse(template))]) {
      expect(await differences(text, snapshot)).toEqual([])
      expect((await only(text)).notes).toEqual([])
    }
  })

  it('comes back from its Terraform configuration, where an unset basic flow is off', async () => {
    const expected = { ...snapshot, pool: { ...snapshot.pool, classicFlow: 'off' as const } }
    expect(await differences(toTerraform(snapshot), expected)).toEqual([])
    expect((await only(toTerraform(snapshot))).notes).toEqual([])
  })
})

describe('answers of the AWS CLI', () => {
  it('give a pool that uses everything back, its secret apart', async () => {
    const world = createWorld()
    const poolId = await makePool(world, awkwardPool)
    const answers = await answersOf(world, poolId, awkwardPool)
    const { snapshot, secrets, notes } = await only(answers.map((answer) => JSON.stringify(answer, null, 4)).join('\n'))
    expect(notes).toEqual([])
    expect(diffFacts(snapshotFacts(awkwardPool), snapshotFacts(snapshot))).toEqual([])
    expect(secrets).toEqual({ 'api.twitter.com': SECRET })
    expect(JSON.stringify(snapshot)).not.toContain(SECRET)
  })

  const description = {
    IdentityPoolId: 'us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809',
    IdentityPoolName: 'Shop',
    AllowUnauthenticatedIdentities: true,
    SupportedLoginProviders: { 'api.twitter.com': 'key;very-secret' },
  }
  const role = 'arn:aws:iam::123456789012:role/User'

  it('give a pool whose secret is kept apart', async () => {
    const { snapshot, secrets } = await only(JSON.stringify(description))
    expect(snapshot.pool).toMatchObject({ name: 'Shop', allowUnauthenticated: true, classicFlow: 'unset' })
    expect(JSON.stringify(snapshot)).not.toContain('very-secret')
    expect(secrets).toEqual({ 'api.twitter.com': 'very-secret' })
  })

  it('may follow one another: description, roles, principal tags', async () => {
    const { IdentityPoolId } = description
    const roles = { IdentityPoolId, Roles: { authenticated: role } }
    const tags = { IdentityPoolId, IdentityProviderName: 'api.twitter.com', UseDefaults: true, PrincipalTags: {} }
    const { snapshot, notes } = await only(
      [description, roles, tags].map((answer) => JSON.stringify(answer, null, 2)).join('\n'),
    )
    expect(notes).toEqual([])
    expect(snapshot.roles.authenticated).toBe(role)
    expect(snapshot.principalTags).toEqual([{ provider: 'api.twitter.com', useDefaults: true, tags: {} }])
  })

  it('name what is not understood', async () => {
    const { notes } = await only(JSON.stringify({ ...description, CognitoStreams: {}, SamlProviderARNs: { one: 1 } }))
    expect(notes).toEqual([
      'CognitoStreams is not understood, so it was left out.',
      'SamlProviderARNs is not as a pool has it, so it was left out.',
    ])
  })
})

describe('a CloudFormation template', () => {
  it('is read with its parameters, and what only AWS knows is named', async () => {
    const { snapshot, notes } = await only(
      JSON.stringify({
        Parameters: { Name: { Type: 'String', Default: 'Shop' } },
        Resources: {
          Pool: {
            Type: 'AWS::Cognito::IdentityPool',
            Properties: {
              IdentityPoolName: { 'Fn::Sub': '${Name} of ${!me}' },
              AllowUnauthenticatedIdentities: 'false',
              SamlProviderARNs: [{ Ref: 'Saml' }],
            },
          },
        },
      }),
    )
    expect(snapshot.pool).toMatchObject({ name: 'Shop of ${me}', allowUnauthenticated: false })
    expect(notes).toEqual(['Pool: SamlProviderARNs[0] was left out, because Saml is not told.'])
  })
})

describe('a CloudFormation template in YAML', () => {
  it('is read with its short tags, and one unknown client is left out alone', async () => {
    const { snapshot, notes } = await only(`
# A comment
AWSTemplateFormatVersion: 2010-09-09
Parameters:
  Stage: { Type: String, Default: prod }
  Keys: { Type: String, NoEcho: true }
Resources:
  Pool:
    Type: AWS::Cognito::IdentityPool
    Properties:
      IdentityPoolName: !Sub "Shop \${Stage}"
      AllowUnauthenticatedIdentities: yes
      CognitoIdentityProviders:
        - { ProviderName: !GetAtt UserPool.ProviderName, ClientId: !Ref Client }
        - { ProviderName: cognito-idp.us-east-1.amazonaws.com/us-east-1_A, ClientId: web }
      SupportedLoginProviders:
        accounts.google.com: !Join ["-", [app, !Ref Stage]]
        api.twitter.com: !Ref Keys
  Roles:
    Type: AWS::Cognito::IdentityPoolRoleAttachment
    Properties:
      IdentityPoolId: !Ref Pool
      Roles: { authenticated: !GetAtt Role.Arn, unauthenticated: 'arn:aws:iam::123456789012:role/Guest' }
`)
    expect(snapshot.pool).toMatchObject({
      name: 'Shop prod',
      allowUnauthenticated: true,
      userPools: [{ clientId: 'web', serverSideTokenCheck: false }],
      loginProviders: { 'accounts.google.com': 'app-prod', 'api.twitter.com': '••••••••' },
    })
    expect(snapshot.roles).toMatchObject({
      authenticated: null,
      unauthenticated: 'arn:aws:iam::123456789012:role/Guest',
    })
    expect(notes).toEqual([
      'Pool: CognitoIdentityProviders[0] was left out, because UserPool.ProviderName is not told and Client is not told.',
      'Roles: Roles.authenticated was left out, because Role.Arn is not told.',
    ])
  })

  it('may be what the AWS CLI answers with --output yaml', async () => {
    const { snapshot } = await only('IdentityPoolId: us-east-1:1\nIdentityPoolName: Shop\nAllowClassicFlow: true\n')
    expect(snapshot.pool).toMatchObject({ name: 'Shop', classicFlow: 'on' })
  })
})

describe('a text that is no description', () => {
  it.each([
    ['', 'Paste a description first.'],
    ['{ "IdentityPoolName": ', 'This looks like JSON, but it is not whole or not well-formed.'],
    [
      '[1]',
      'This is neither an answer of describe-identity-pool, nor a CloudFormation template, nor what terraform show -json prints.',
    ],
    [
      'Resources:\n  Pool: [',
      'This YAML is not well-formed: Flow sequence in block collection must be sufficiently indented and end with a ] (line 2, column 10)',
    ],
    ['{"Resources": {}}', 'This is a CloudFormation template, but there is no identity pool in it.'],
    [
      'hello, I am no pool',
      'No known format was recognised: this looks like none of JSON, YAML and Terraform. The hint below says what can be read.',
    ],
    ['resource "x" {', expect.stringMatching(/^Line 1: /)],
    ['a = "open', 'Line 1: a text in quotes does not end.'],
    ['a = <<EOT\nx\n', 'Line 1: the text that begins with << does not end.'],
    ['Resources: &a\n  Pool: *a', 'This YAML has the alias *a, which names nothing above it.'],
  ])('%j is told what is wrong', async (text, problem) => {
    expect(await readPools(text)).toEqual({ ok: false, problem })
  })
})
