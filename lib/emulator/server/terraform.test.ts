import { CognitoIdentity } from '@aws-sdk/client-cognito-identity'
import { IAM } from '@aws-sdk/client-iam'
import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { GOOGLE, GOOGLE_CLIENT, role, serveForTest } from '../serve-for-tests.ts'
import { isInstalled } from './other-client-for-tests.ts'

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

/** Whether Terraform is here with the provider, which the emulator's tests do not download for minutes. */
function canRun(): boolean {
  if (!isInstalled('terraform', 'version')) return false
  write('Before', '')
  return (
    spawnSync('env', ['terraform', 'init', '-input=false'], { cwd: folder, timeout: 20_000, stdio: 'ignore' })
      .status === 0
  )
}

const hasTerraform = canRun()
if (!hasTerraform) process.stderr.write('Terraform with its AWS provider is not to be had here: not tested.\n')

describe.each(['Terraform'].filter(() => hasTerraform))('%s', () => {
  const terraform = (...args: string[]) => promisify(execFile)('env', ['terraform', ...args], { cwd: folder })
  /** Fails unless there is nothing to change. */
  const expectEmptyPlan = async () =>
    expect((await terraform('plan', '-input=false', '-detailed-exitcode')).stdout).toContain('No changes')

  test('applies, plans nothing, changes, plans nothing, imports, destroys', { timeout: 300_000 }, async () => {
    write('Before', 'team = "web", stage = "test"')
    await terraform('apply', '-input=false', '-auto-approve')
    await expectEmptyPlan()
    write('Before', 'team = "mobile"')
    await terraform('apply', '-input=false', '-auto-approve')
    await expectEmptyPlan()
    const { IdentityPools = [] } = await aws.listIdentityPools({ MaxResults: 60 })
    const id = IdentityPools[0]?.IdentityPoolId ?? ''
    for (const [resource, importId] of [
      ['aws_cognito_identity_pool.main', id],
      ['aws_cognito_identity_pool_roles_attachment.main', id],
      ['aws_cognito_identity_pool_provider_principal_tag.main', `${id}:${GOOGLE}`],
      ['aws_iam_role.user', 'User'],
      ['aws_iam_role_policy.user', 'User:own-data'],
    ]) {
      await terraform('state', 'rm', resource ?? '')
      await terraform('import', '-input=false', resource ?? '', importId ?? '')
    }
    await expectEmptyPlan()
    await terraform('destroy', '-input=false', '-auto-approve')
    expect((await aws.listIdentityPools({ MaxResults: 60 })).IdentityPools).toEqual([])
    expect((await iam.listRoles({})).Roles).toEqual([])
  })
})

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
