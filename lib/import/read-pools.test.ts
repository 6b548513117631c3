import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hclString } from '../code/hcl.ts'
import { awkwardPool, barePool } from '../code/pools-for-tests.ts'
import { snapshotFacts, type PoolSnapshot } from '../code/snapshot.ts'
import { toCloudFormation } from '../code/to-cloudformation.ts'
import { toTerraform } from '../code/to-terraform.ts'
import { diffFacts } from '../configuration/facts.ts'
import { parseHcl } from './parse-hcl.ts'
import { readPools } from './read-pools.ts'

const only = (text: string) => {
  const read = readPools(text)
  if (!read.ok) throw new Error(read.problem)
  const [pool] = read.pools
  if (!pool || read.pools.length > 1) throw new Error('There is not one pool')
  return pool
}

const differences = (text: string, { pool, roles, principalTags }: PoolSnapshot) =>
  diffFacts(snapshotFacts({ pool, roles, principalTags }), snapshotFacts(only(text).snapshot))

describe.each([
  ['that uses everything', awkwardPool],
  ['that has nothing but a name', barePool],
])('a pool %s', (_, snapshot) => {
  it('comes back from its CloudFormation template', () => {
    expect(differences(toCloudFormation(snapshot), snapshot)).toEqual([])
    expect(only(toCloudFormation(snapshot)).notes).toEqual([])
  })

  it('comes back from its Terraform configuration, where an unset basic flow is off', () => {
    const expected = { ...snapshot, pool: { ...snapshot.pool, classicFlow: 'off' as const } }
    expect(differences(toTerraform(snapshot), expected)).toEqual([])
    expect(only(toTerraform(snapshot)).notes).toEqual([])
  })
})

describe('answers of the AWS CLI', () => {
  const description = {
    IdentityPoolId: 'us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809',
    IdentityPoolName: 'Shop',
    AllowUnauthenticatedIdentities: true,
    SupportedLoginProviders: { 'api.twitter.com': 'key;very-secret' },
  }
  const role = 'arn:aws:iam::123456789012:role/User'

  it('give a pool whose secret is kept apart', () => {
    const { snapshot, secrets } = only(JSON.stringify(description))
    expect(snapshot.pool).toMatchObject({ name: 'Shop', allowUnauthenticated: true, classicFlow: 'unset' })
    expect(JSON.stringify(snapshot)).not.toContain('very-secret')
    expect(secrets).toEqual({ 'api.twitter.com': 'very-secret' })
  })

  it('may follow one another: description, roles, principal tags', () => {
    const { IdentityPoolId } = description
    const roles = { IdentityPoolId, Roles: { authenticated: role } }
    const tags = { IdentityPoolId, IdentityProviderName: 'api.twitter.com', UseDefaults: true, PrincipalTags: {} }
    const { snapshot, notes } = only(
      [description, roles, tags].map((answer) => JSON.stringify(answer, null, 2)).join('\n'),
    )
    expect(notes).toEqual([])
    expect(snapshot.roles.authenticated).toBe(role)
    expect(snapshot.principalTags).toEqual([{ provider: 'api.twitter.com', useDefaults: true, tags: {} }])
  })

  it('name what is not understood', () => {
    const { notes } = only(JSON.stringify({ ...description, CognitoStreams: {}, SamlProviderARNs: 'one' }))
    expect(notes).toEqual([
      'SamlProviderARNs is not as a pool has it, so it was left out.',
      'CognitoStreams is not understood, so it was left out.',
    ])
  })
})

describe('a CloudFormation template', () => {
  it('is read with its parameters, and what only AWS knows is named', () => {
    const { snapshot, notes } = only(
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
    expect(notes).toEqual(['Pool: SamlProviderARNs was left out, because Ref Saml has no value in the template.'])
  })
})

describe('what terraform show -json prints', () => {
  it('is read with its modules', () => {
    const pool = {
      address: 'module.a.aws_cognito_identity_pool.shop',
      type: 'aws_cognito_identity_pool',
      values: {
        id: 'us-east-1:1',
        arn: 'arn:x',
        identity_pool_name: 'Shop',
        allow_classic_flow: true,
        cognito_identity_providers: [{ client_id: 'c', provider_name: 'p', server_side_token_check: true }],
        saml_provider_arns: null,
        tags: null,
        tags_all: {},
      },
    }
    const child = { resources: [pool] }
    const { snapshot, notes } = only(JSON.stringify({ values: { root_module: { child_modules: [child] } } }))
    expect(notes).toEqual([])
    expect(snapshot.pool).toMatchObject({
      name: 'Shop',
      classicFlow: 'on',
      userPools: [{ providerName: 'p', clientId: 'c', serverSideTokenCheck: true }],
    })
  })
})

describe('Terraform configuration', () => {
  it('is read as far as it says itself what it means', () => {
    const { snapshot, notes } = only(`
      variable "name" { default = "Shop" }
      resource "aws_cognito_identity_pool" "a" {
        identity_pool_name = "\${var.name} 2" // a comment
        allow_unauthenticated_identities = true # another
        saml_provider_arns = [aws_iam_saml_provider.okta.arn]
        openid_connect_provider_arns = concat(local.arns, ["x"])
        count = 2
        dynamic "cognito_identity_providers" {
          for_each = local.clients
        }
      }
      check "health" {}
    `)
    expect(snapshot.pool).toMatchObject({ name: 'Shop 2', allowUnauthenticated: true })
    expect(notes).toEqual([
      'Line 13: check is not understood, so it was left out.',
      'Line 6: only Terraform can work out aws_iam_saml_provider.okta.arn, so saml_provider_arns was left out.',
      'Line 7: only Terraform can work out concat(local.arns,["x"]), so openid_connect_provider_arns was left out.',
      'Line 9: dynamic cognito_identity_providers is not understood, so it was left out.',
      'count is not understood, so it was left out.',
    ])
  })

  it('keeps the roles of several pools apart', () => {
    const block = (name: string) => `
      resource "aws_cognito_identity_pool" "${name}" { identity_pool_name = "${name}" }
      resource "aws_cognito_identity_pool_roles_attachment" "${name}" {
        identity_pool_id = aws_cognito_identity_pool.${name}.id
        roles = { authenticated = "arn:${name}" }
      }`
    const read = readPools(block('first') + block('second'))
    expect(read.ok && read.pools.map(({ label, snapshot }) => [label, snapshot.roles.authenticated])).toEqual([
      ['first', 'arn:first'],
      ['second', 'arn:second'],
    ])
  })

  it('reads every text as it was written', () => {
    assert(
      property(string({ unit: 'grapheme' }), (text) => {
        expect(parseHcl(`a = ${hclString(text)}`).attributes).toEqual({ a: text })
      }),
    )
  })
})

describe('a text that is no description', () => {
  it.each([
    ['', 'Paste a description first.'],
    ['{ "IdentityPoolName": ', 'This looks like JSON, but it is not whole or not well-formed.'],
    [
      '[1]',
      'This JSON is neither an answer of describe-identity-pool, nor a CloudFormation template, nor what terraform show -json prints.',
    ],
    [
      'Resources:\n  Pool:\n    Type: AWS::Cognito::IdentityPool',
      'This looks like YAML. CloudFormation templates are read as JSON only.',
    ],
    ['{"Resources": {}}', 'This is a CloudFormation template, but there is no identity pool in it.'],
    ['hello', 'Line 1: { is missing.'],
    ['a = "open', 'Line 1: a text in quotes does not end.'],
    ['a = <<EOT\nx\nEOT', 'Line 1: texts that begin with << are not understood here; write them in quotes.'],
  ])('%j is told what is wrong', (text, problem) => {
    expect(readPools(text)).toEqual({ ok: false, problem })
  })
})
