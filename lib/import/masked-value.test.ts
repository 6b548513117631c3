import { describe, expect, it } from 'vitest'
import { only } from './only-pool-for-tests.ts'
import { readPools } from './read-pools.ts'

const masks = ['****', '***masked***', '<redacted>', '(sensitive value)', '(known after apply)', '[REDACTED]', '••••']

describe('a value that its source masked', () => {
  it.each(masks)('is not known and is no value: %s', async (mask) => {
    const { snapshot, notes } = await only(
      JSON.stringify({
        IdentityPoolName: 'harbour',
        DeveloperProviderName: mask,
        SupportedLoginProviders: { 'graph.facebook.com': mask, 'accounts.google.com': 'kept' },
        CognitoIdentityProviders: [{ ProviderName: 'cognito-idp.us-east-1.amazonaws.com/us-east-1_A', ClientId: mask }],
        OpenIdConnectProviderARNs: mask,
        IdentityPoolTags: { team: mask, stage: 'test' },
      }),
    )
    expect(snapshot.pool).toMatchObject({
      developerProviderName: null,
      loginProviders: { 'accounts.google.com': 'kept' },
      userPools: [],
      oidcProviderArns: [],
      tags: { stage: 'test' },
    })
    expect(notes.toSorted()).toEqual([
      'CognitoIdentityProviders[0] was left out, because CognitoIdentityProviders[0].ClientId is masked in the text.',
      'DeveloperProviderName was left out, because it is masked in the text.',
      'IdentityPoolTags.team was left out, because it is masked in the text.',
      'OpenIdConnectProviderARNs was left out, because it is masked in the text.',
      'SupportedLoginProviders.graph.facebook.com was left out, because it is masked in the text.',
    ])
  })

  it.each(masks)('is asked for where it is a consumer secret: %s', async (mask) => {
    const { snapshot, secrets, notes } = await only(
      JSON.stringify({ IdentityPoolName: 'harbour', SupportedLoginProviders: { 'api.twitter.com': `key;${mask}` } }),
    )
    expect(snapshot.pool.loginProviders).toEqual({ 'api.twitter.com': 'key;••••••••' })
    expect([secrets, notes]).toEqual([{}, []])
  })

  it('is none of YAML’s aliases', async () => {
    const { snapshot, notes } = await only('IdentityPoolName: harbour\nDeveloperProviderName: ***masked***\n')
    expect(snapshot.pool.developerProviderName).toBeNull()
    expect(notes).toEqual(['DeveloperProviderName was left out, because it is masked in the text.'])
    expect(await readPools('IdentityPoolName: harbour\nDeveloperProviderName: *other\n')).toMatchObject({ ok: false })
  })

  it('leaves a role and a rule out that it would be part of', async () => {
    const { snapshot, notes } = await only(
      '{"IdentityPoolName": "harbour"}{"Roles": {"authenticated": "****", "unauthenticated": "arn:aws:iam::123456789012:role/G"}}',
    )
    expect(snapshot.roles).toMatchObject({ authenticated: null, unauthenticated: 'arn:aws:iam::123456789012:role/G' })
    expect(notes).toEqual(['Roles.authenticated was left out, because it is masked in the text.'])
  })

  it('does not stand for a setting of Terraform’s own print of a plan', async () => {
    const { snapshot, notes } = await only(`resource "aws_cognito_identity_pool" "a" {
      identity_pool_name      = "harbour"
      developer_provider_name = (sensitive value)
    }`)
    expect(snapshot.pool.developerProviderName).toBeNull()
    expect(notes.join(' ')).toContain('developer_provider_name was left out')
  })
})

describe('a number where a text is meant', () => {
  const resource = { Type: 'AWS::Cognito::IdentityPool' }

  it('is its text in CloudFormation, in JSON and in YAML, its zeros kept', async () => {
    const json = await only(
      JSON.stringify({
        Resources: {
          P: {
            ...resource,
            Properties: {
              IdentityPoolName: 2026,
              SupportedLoginProviders: { 'graph.facebook.com': 1_234_567_890 },
              IdentityPoolTags: [{ Key: 'n', Value: 5 }],
            },
          },
        },
      }),
    )
    const yaml = await only(`Resources:
  P:
    Type: AWS::Cognito::IdentityPool
    Properties:
      IdentityPoolName: 2026
      SupportedLoginProviders: { graph.facebook.com: 0123456789012345678 }
      IdentityPoolTags: [{ Key: n, Value: 5 }]
`)
    expect([json.snapshot.pool.name, json.snapshot.pool.tags, json.notes]).toEqual(['2026', { n: '5' }, []])
    expect(json.snapshot.pool.loginProviders).toEqual({ 'graph.facebook.com': '1234567890' })
    expect([yaml.snapshot.pool.name, yaml.snapshot.pool.tags, yaml.notes]).toEqual(['2026', { n: '5' }, []])
    expect(yaml.snapshot.pool.loginProviders).toEqual({ 'graph.facebook.com': '0123456789012345678' })
  })

  it('is its text in Terraform', async () => {
    const { snapshot, notes } = await only(`resource "aws_cognito_identity_pool" "a" {
      identity_pool_name = "harbour"
      tags = { n = 5, on = true }
      supported_login_providers = { "graph.facebook.com" = 1234567890 }
    }`)
    expect([snapshot.pool.tags, notes]).toEqual([{ n: '5', on: 'true' }, []])
    expect(snapshot.pool.loginProviders).toEqual({ 'graph.facebook.com': '1234567890' })
  })

  it('is as it was written, however many digits it has', async () => {
    const { snapshot, notes } = await only(
      '{"IdentityPoolName": "harbour", "IdentityPoolTags": {"n": 12345678901234567890}}',
    )
    expect([snapshot.pool.tags, notes]).toEqual([{ n: '12345678901234567890' }, []])
  })
})
