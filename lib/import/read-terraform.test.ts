import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hclString } from '../code/hcl.ts'
import { allPools, only } from './only-pool-for-tests.ts'
import { parseHcl } from './hcl/parse-hcl.ts'
import { readPools } from './read-pools.ts'

describe('what terraform show -json prints', () => {
  it('is read with its modules', async () => {
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
    const { snapshot, notes } = await only(JSON.stringify({ values: { root_module: { child_modules: [child] } } }))
    expect(notes).toEqual([])
    expect(snapshot.pool).toMatchObject({
      name: 'Shop',
      classicFlow: 'on',
      userPools: [{ providerName: 'p', clientId: 'c', serverSideTokenCheck: true }],
    })
  })
})

describe('Terraform configuration', () => {
  it('is read as far as it says itself what it means', async () => {
    const { snapshot, notes } = await only(`
      variable "name" { default = "Shop" }
      resource "aws_cognito_identity_pool" "a" {
        identity_pool_name = "\${var.name} 2" // a comment
        allow_unauthenticated_identities = true # another
        saml_provider_arns = [aws_iam_saml_provider.okta.arn]
        openid_connect_provider_arns = concat(local.arns, ["x"])
        count = 1
        dynamic "cognito_identity_providers" {
          for_each = local.clients
        }
      }
      check "health" {}
    `)
    expect(snapshot.pool).toMatchObject({ name: 'Shop 2', allowUnauthenticated: true })
    expect(notes).toEqual([
      'cognito_identity_providers was left out, because local.clients is not told.',
      'openid_connect_provider_arns[0] was left out, because local.arns is not told.',
      'saml_provider_arns[0] was left out, because aws_iam_saml_provider.okta.arn is not told.',
    ])
  })

  it('is read past what stands beside the pool: heredocs, directives, for expressions, templates in templates', async () => {
    const { snapshot, notes } = await only(`
      resource "aws_iam_role" "user" {
        assume_role_policy = <<-EOT
          { "Statement": [ { "Action": "sts:\${var.x}" } ] }
        EOT
        description = "%{ if var.a }\${f("}", { b = "c" })}%{ endif }"
      }
      locals { arns = { for key, value in var.all : key => value } }
      resource "aws_cognito_identity_pool" "a" {
        identity_pool_name = <<-EOT
          Shop
        EOT
        saml_provider_arns = [for one in local.arns : one.arn]
        tags = { team = "shop", stage = var.stage }
        cognito_identity_providers {
          client_id     = aws_cognito_user_pool_client.web.id
          provider_name = aws_cognito_user_pool.main.endpoint
        }
        cognito_identity_providers {
          client_id     = "web"
          provider_name = "cognito-idp.us-east-1.amazonaws.com/us-east-1_A"
        }
      }
      resource "aws_cognito_identity_pool_roles_attachment" "a" {
        identity_pool_id = aws_cognito_identity_pool.a.id
        roles            = { authenticated = aws_iam_role.user.arn }
        role_mapping {
          identity_provider         = "\${aws_cognito_user_pool.main.endpoint}:web"
          type                      = "Token"
          ambiguous_role_resolution = "Deny"
        }
        role_mapping {
          identity_provider         = "accounts.google.com"
          type                      = "Token"
          ambiguous_role_resolution = "Deny"
        }
      }
    `)
    expect(snapshot.pool).toMatchObject({ name: 'Shop\n', tags: { team: 'shop' }, userPools: [{ clientId: 'web' }] })
    expect(snapshot.roles.mappings.map(({ provider }) => provider)).toEqual(['accounts.google.com'])
    expect(notes).toEqual([
      'cognito_identity_providers[0] was left out, because aws_cognito_user_pool_client.web.id is not told and aws_cognito_user_pool.main.endpoint is not told.',
      'saml_provider_arns was left out, because var.all is not told.',
      'tags["stage"] was left out, because var.stage is not told.',
      'roles["authenticated"] was left out, because aws_iam_role.user.arn is not told.',
      'role_mapping[0] was left out, because aws_cognito_user_pool.main.endpoint is not told.',
    ])
  })

  it('keeps what is certain of maps and lists that are put together', async () => {
    const { snapshot, notes, gaps } = await only(`
      resource "aws_cognito_identity_pool" "a" {
        identity_pool_name = "harbour"
        saml_provider_arns = concat(var.saml, ["arn:aws:iam::123456789012:saml-provider/Port"])
        tags = merge({ team = "maybe" }, var.tags, { stage = "prod" })
      }`)
    expect(snapshot.pool).toMatchObject({
      samlProviderArns: ['arn:aws:iam::123456789012:saml-provider/Port'],
      tags: { stage: 'prod' },
    })
    expect(notes).toEqual([
      'saml_provider_arns[0] was left out, because var.saml is not told.',
      'tags["team"] was left out, because var.tags is not told.',
      'tags[…] was left out, because var.tags is not told.',
    ])
    expect(gaps).toContainEqual({ prefix: 'saml ', most: Number.MAX_SAFE_INTEGER })
    expect(gaps).toContainEqual({ prefix: 'tag ', most: Number.MAX_SAFE_INTEGER })
  })

  it('names roles that are of none of several pools', async () => {
    const block = (name: string) =>
      `resource "aws_cognito_identity_pool" "${name}" { identity_pool_name = "${name}" }\n`
    const stray = 'resource "aws_cognito_identity_pool_roles_attachment" "x" { identity_pool_id = var.pool }'
    const read = await readPools(block('first') + block('second') + stray)
    expect(read.ok && read.pools[0]?.notes).toEqual([
      'aws_cognito_identity_pool_roles_attachment.x was left out, because it does not refer to a pool of this text.',
    ])
  })

  it('keeps the roles of several pools apart', async () => {
    const block = (name: string) => `
      resource "aws_cognito_identity_pool" "${name}" { identity_pool_name = "${name}" }
      resource "aws_cognito_identity_pool_roles_attachment" "${name}" {
        identity_pool_id = aws_cognito_identity_pool.${name}.id
        roles = { authenticated = "arn:${name}" }
      }`
    const pools = await allPools(block('first') + block('second'))
    expect(pools.map(({ label, snapshot }) => [label, snapshot.roles.authenticated])).toEqual([
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
