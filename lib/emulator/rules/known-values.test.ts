import { CognitoIdentity, type CreateIdentityPoolInput } from '@aws-sdk/client-cognito-identity'
import { afterAll, describe, expect, test } from 'vitest'
import { FACEBOOK, openPool, role, serveForTest, USER_POOL } from '../serve-for-tests.ts'

const served = await serveForTest()
const lenient = await serveForTest({ values: 'any', mappingsLeftOut: 'keep', untouchedTags: 'not-found' })
afterAll(async () => {
  await served.close()
  await lenient.close()
})
const aws = new CognitoIdentity(served.config())
const anyValue = new CognitoIdentity(lenient.config())

const userPools = (...names: string[]) => ({
  CognitoIdentityProviders: names.map((ProviderName) => ({ ProviderName, ClientId: 'c1' })),
})
const INVALID = 'Invalid Cognito Identity Provider'
const wrong: [string, Partial<CreateIdentityPoolInput>, string][] = [
  ['the bare ID of a user pool', userPools('us-east-1_aBcDeFgHi'), INVALID],
  ['the issuer of a user pool', userPools(`https://${USER_POOL}`), INVALID],
  ['a slash at its end', userPools(`${USER_POOL}/`), INVALID],
  ['two Regions', userPools('cognito-idp.eu-west-1.amazonaws.com/us-east-1_AbC'), INVALID],
  ['the same client twice', userPools(USER_POOL, USER_POOL), INVALID],
  ['nothing', { CognitoIdentityProviders: [{}] }, INVALID],
  ['no client', { CognitoIdentityProviders: [{ ProviderName: USER_POOL }] }, INVALID],
  [
    'an address for an ARN',
    { OpenIdConnectProviderARNs: ['https://tenant.eu.auth0.com'] },
    'is not the ARN of an OpenID',
  ],
  ['a SAML ARN of another kind', { SamlProviderARNs: [role('saml-provider')] }, 'is not the ARN of a SAML provider'],
  [
    'a login provider that nobody knows',
    { SupportedLoginProviders: { 'login.example': '1' } },
    'not a supported login',
  ],
]

describe('what the service refuses is refused', () => {
  test.each(wrong)('%s', async (_, settings, message) => {
    await expect(aws.createIdentityPool({ ...openPool, ...settings })).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: expect.stringContaining(message) as string,
    })
    const { IdentityPoolId } = await aws.createIdentityPool(openPool)
    const update = { ...openPool, ...settings, IdentityPoolId }
    await expect(aws.updateIdentityPool(update)).rejects.toMatchObject({ name: 'InvalidParameterException' })
    await expect(anyValue.createIdentityPool({ ...openPool, ...settings })).resolves.toBeDefined()
  })

  test.each(['some-rather-long-role-name', 'arn:aws:iam::123456789012ole/x', 'arn:aws:iam::123456789012:user/ada'])(
    'the role %s',
    async (arn) => {
      const { IdentityPoolId } = await aws.createIdentityPool(openPool)
      const forbidden = { name: 'NotAuthorizedException', message: `Access to Role '${arn}' is forbidden.` }
      const Roles = { authenticated: arn }
      await expect(aws.setIdentityPoolRoles({ IdentityPoolId, Roles })).rejects.toMatchObject(forbidden)
      const rule = { Claim: 'a', MatchType: 'Equals' as const, Value: 'b', RoleARN: arn }
      const RoleMappings = {
        [FACEBOOK]: {
          Type: 'Rules' as const,
          AmbiguousRoleResolution: 'Deny' as const,
          RulesConfiguration: { Rules: [rule] },
        },
      }
      await expect(aws.setIdentityPoolRoles({ IdentityPoolId, Roles: {}, RoleMappings })).rejects.toMatchObject(
        forbidden,
      )
    },
  )

  test.each([`https://${USER_POOL}`, USER_POOL, `${USER_POOL}:other`, 'id.example'])('a mapping of %s', async (key) => {
    const { IdentityPoolId } = await aws.createIdentityPool(openPool)
    const RoleMappings = { [key]: { Type: 'Token', AmbiguousRoleResolution: 'Deny' } as const }
    await expect(aws.setIdentityPoolRoles({ IdentityPoolId, Roles: {}, RoleMappings })).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: `(${key}) is not a valid RoleMapping ProviderName or is not a configured provider.`,
    })
  })
})

describe('what is not known of the service is chosen', () => {
  test('mappings that are left out', async () => {
    const RoleMappings = { [FACEBOOK]: { Type: 'Token', AmbiguousRoleResolution: 'Deny' } as const }
    for (const [client, kept] of [
      [aws, undefined],
      [anyValue, RoleMappings],
    ] as const) {
      const { IdentityPoolId } = await client.createIdentityPool(openPool)
      await client.setIdentityPoolRoles({ IdentityPoolId, Roles: {}, RoleMappings })
      await client.setIdentityPoolRoles({ IdentityPoolId, Roles: {} })
      expect((await client.getIdentityPoolRoles({ IdentityPoolId })).RoleMappings).toEqual(kept)
    }
  })

  test('principal tags that were never set', async () => {
    const defaults = await serveForTest({ untouchedTags: 'defaults' })
    const asked = async (client: CognitoIdentity) => {
      const { IdentityPoolId } = await client.createIdentityPool(openPool)
      return client.getPrincipalTagAttributeMap({ IdentityPoolId, IdentityProviderName: FACEBOOK })
    }
    expect(await asked(aws)).toMatchObject({ UseDefaults: false, PrincipalTags: {} })
    expect(await asked(new CognitoIdentity(defaults.config()))).toMatchObject({ UseDefaults: true })
    await expect(asked(anyValue)).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
    await defaults.close()
  })
})
