import { describe, expect, it } from 'vitest'
import { only } from './only-pool-for-tests.ts'

const ROLE = 'arn:aws:iam::123456789012:role/Member'
const CLIENT = 'cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Harbour1'
const ID = 'eu-west-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809'

const CONFIGURATION = `
provider "aws" {
  default_tags { tags = { owner = "quay" } }
}
resource "awscc_cognito_identity_pool" "a" {
  identity_pool_name = "harbour"
  allow_unauthenticated_identities = true
  cognito_identity_providers = [{ client_id = "web", provider_name = "${CLIENT}" }]
  supported_login_providers = jsonencode({ "graph.facebook.com" = "1234567" })
  identity_pool_tags = [{ key = "team", value = "boats" }]
}
resource "awscc_cognito_identity_pool_role_attachment" "a" {
  identity_pool_id = awscc_cognito_identity_pool.a.identity_pool_id
  roles = { authenticated = "${ROLE}" }
  role_mappings = {
    web = {
      identity_provider = "${CLIENT}:web"
      type = "Rules"
      ambiguous_role_resolution = "Deny"
      rules_configuration = { rules = [{ claim = "team", match_type = "Equals", value = "boats", role_arn = "${ROLE}" }] }
    }
  }
}
resource "awscc_cognito_identity_pool_principal_tag" "a" {
  identity_pool_id = awscc_cognito_identity_pool.a.id
  identity_provider_name = "graph.facebook.com"
  use_defaults = false
  principal_tags = { team = "custom:team" }
}`

describe('the provider of Terraform that calls itself awscc', () => {
  it('has pools, roles and principal tags by its own names, and gives no defaults', async () => {
    const { snapshot, notes } = await only(CONFIGURATION)
    expect(notes).toEqual([])
    expect(snapshot.pool).toMatchObject({
      name: 'harbour',
      allowUnauthenticated: true,
      classicFlow: 'unset',
      userPools: [{ providerName: CLIENT, clientId: 'web', serverSideTokenCheck: false }],
      loginProviders: { 'graph.facebook.com': '1234567' },
      tags: { team: 'boats' },
    })
    expect(snapshot.roles).toEqual({
      authenticated: ROLE,
      unauthenticated: null,
      mappings: [
        {
          provider: `${CLIENT}:web`,
          type: 'Rules',
          ambiguous: 'Deny',
          rules: [{ claim: 'team', match: 'Equals', value: 'boats', roleArn: ROLE }],
        },
      ],
    })
    expect(snapshot.principalTags).toEqual([
      { provider: 'graph.facebook.com', useDefaults: false, tags: { team: 'custom:team' } },
    ])
  })

  it('has them in a state too, with what it adds itself', async () => {
    const resource = (type: string, values: Record<string, unknown>) => ({
      address: `${type}.a`,
      mode: 'managed',
      type,
      values: { id: ID, identity_pool_id: ID, ...values },
    })
    const resources = [
      resource('awscc_cognito_identity_pool', { name: 'harbour', identity_pool_name: 'harbour', cognito_events: null }),
      resource('awscc_cognito_identity_pool_role_attachment', {
        identity_pool_role_attachment_id: 'a',
        roles: { authenticated: ROLE },
      }),
    ]
    const { described, snapshot, notes } = await only(JSON.stringify({ values: { root_module: { resources } } }))
    expect([described.poolId, snapshot.pool.name, snapshot.roles.authenticated, notes]).toEqual([
      ID,
      'harbour',
      ROLE,
      [],
    ])
  })
})
