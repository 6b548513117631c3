import { CognitoIdentity } from '@aws-sdk/client-cognito-identity'
import { IAM } from '@aws-sdk/client-iam'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { GOOGLE, GOOGLE_CLIENT, role, serveForTest } from '../serve-for-tests.ts'
import { terraformIn, type Terraform } from './terraform-for-tests.ts'

const served = await serveForTest()
const folder = mkdtempSync(join(tmpdir(), 'emulator-terraform-'))
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await served.close()
})
const aws = new CognitoIdentity(served.config())
const iam = new IAM(served.config())

const configuration = (name: string, tags: string) => `
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}
provider "aws" {
  region                      = "us-east-1"
  access_key                  = "AKIDEXAMPLE"
  secret_key                  = "secret-example"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
  endpoints {
    cognitoidentity = "${served.url}"
    iam             = "${served.url}"
    sts             = "${served.url}"
  }
}
resource "aws_cognito_identity_pool" "main" {
  identity_pool_name               = "${name}"
  allow_unauthenticated_identities = true
  allow_classic_flow               = false
  developer_provider_name          = "login.example"
  supported_login_providers        = { "${GOOGLE}" = "${GOOGLE_CLIENT}" }
  tags                             = { ${tags} }
}
resource "aws_cognito_identity_pool_roles_attachment" "main" {
  identity_pool_id = aws_cognito_identity_pool.main.id
  roles            = { authenticated = "${role('User')}" }
  role_mapping {
    identity_provider         = "${GOOGLE}"
    type                      = "Rules"
    ambiguous_role_resolution = "Deny"
    mapping_rule {
      claim      = "email"
      match_type = "Contains"
      value      = "@example.com"
      role_arn   = "${role('Staff')}"
    }
  }
}
resource "aws_cognito_identity_pool_provider_principal_tag" "main" {
  identity_pool_id       = aws_cognito_identity_pool.main.id
  identity_provider_name = "${GOOGLE}"
  use_defaults           = false
  principal_tags         = { domain = "hd" }
}
resource "aws_iam_role" "user" {
  name                 = "User"
  description          = "${name}"
  max_session_duration = 7200
  tags                 = { ${tags} }
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = "cognito-identity.amazonaws.com" }
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = { StringEquals = { "cognito-identity.amazonaws.com:aud" = aws_cognito_identity_pool.main.id } }
    }]
  })
}
resource "aws_iam_role_policy" "user" {
  name = "own-data"
  role = aws_iam_role.user.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::data/*" }]
  })
}
`

const write = (name: string, tags: string) => writeFileSync(join(folder, 'main.tf'), configuration(name, tags))

write('Before', 'team = "web", stage = "test"')
const terraform = terraformIn(folder)

/** `npm run soak` changes and imports everything as well, which takes minutes. */
const isSoak = inject('soakRounds') > 0

describe.each(terraform === null ? [] : [['Terraform', terraform] as const])('%s', (_, run) => {
  /** Fails unless there is nothing to change. */
  const expectEmptyPlan = async () =>
    expect(await run('plan', '-input=false', '-detailed-exitcode')).toContain('No changes')

  test('applies, plans nothing, destroys', { timeout: 300_000 }, async () => {
    await run('apply', '-input=false', '-auto-approve')
    await expectEmptyPlan()
    if (isSoak) {
      write('Before', 'team = "mobile"')
      await run('apply', '-input=false', '-auto-approve')
      await expectEmptyPlan()
    }
    const { IdentityPools = [] } = await aws.listIdentityPools({ MaxResults: 60 })
    expect(IdentityPools).toHaveLength(1)
    if (isSoak) {
      await importAnew(run, IdentityPools[0]?.IdentityPoolId ?? '')
      await expectEmptyPlan()
    }
    await run('destroy', '-input=false', '-auto-approve')
    expect((await aws.listIdentityPools({ MaxResults: 60 })).IdentityPools).toEqual([])
    expect((await iam.listRoles({})).Roles).toEqual([])
  })
})

/** Forgets every resource of the configuration and imports it. */
async function importAnew(run: Terraform, poolId: string) {
  for (const [resource = '', importId = ''] of [
    ['aws_cognito_identity_pool.main', poolId],
    ['aws_cognito_identity_pool_roles_attachment.main', poolId],
    ['aws_cognito_identity_pool_provider_principal_tag.main', `${poolId}:${GOOGLE}`],
    ['aws_iam_role.user', 'User'],
    ['aws_iam_role_policy.user', 'User:own-data'],
  ]) {
    await run('state', 'rm', resource)
    await run('import', '-input=false', resource, importId)
  }
}

test('what Terraform calls, in its order, leaves no difference behind', async () => {
  const settings = { IdentityPoolName: 'By hand', AllowUnauthenticatedIdentities: true, AllowClassicFlow: false }
  const { IdentityPoolId = '' } = await aws.createIdentityPool({
    ...settings,
    DeveloperProviderName: 'login.example',
    IdentityPoolTags: { team: 'web', stage: 'test' },
  })
  await aws.setIdentityPoolRoles({ IdentityPoolId, Roles: { authenticated: role('User') }, RoleMappings: {} })
  await aws.setPrincipalTagAttributeMap({
    IdentityPoolId,
    IdentityProviderName: GOOGLE,
    UseDefaults: false,
    PrincipalTags: { domain: 'hd' },
  })
  const ResourceArn = `arn:aws:cognito-identity:us-east-1::identitypool/${IdentityPoolId}`
  await aws.untagResource({ ResourceArn, TagKeys: ['stage'] })
  await aws.tagResource({ ResourceArn, Tags: { team: 'mobile' } })
  await aws.updateIdentityPool({
    ...settings,
    IdentityPoolId,
    IdentityPoolName: 'Renamed',
    CognitoIdentityProviders: [],
    OpenIdConnectProviderARNs: [],
  })
  expect(await aws.describeIdentityPool({ IdentityPoolId })).toMatchObject({
    IdentityPoolName: 'Renamed',
    DeveloperProviderName: 'login.example',
    IdentityPoolTags: { team: 'mobile' },
  })
  expect((await aws.getIdentityPoolRoles({ IdentityPoolId })).Roles).toEqual({ authenticated: role('User') })
  await aws.setPrincipalTagAttributeMap({
    IdentityPoolId,
    IdentityProviderName: GOOGLE,
    UseDefaults: true,
    PrincipalTags: {},
  })
  await aws.setIdentityPoolRoles({ IdentityPoolId, Roles: {}, RoleMappings: {} })
  await aws.deleteIdentityPool({ IdentityPoolId })
  await expect(aws.describeIdentityPool({ IdentityPoolId })).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  })
})
