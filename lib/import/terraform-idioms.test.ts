import { describe, expect, it } from 'vitest'
import { completedPool } from './described/completed-pool.ts'
import { allPools, only } from './only-pool-for-tests.ts'

const ROLE = 'arn:aws:iam::123456789012:role/Member'
const roleOf = async (text: string) =>
  Object.fromEntries((await allPools(text)).map(({ key, snapshot }) => [key, snapshot.roles.authenticated]))

describe('roles of Terraform go to the pool that their expression names', () => {
  it.each([
    'one(aws_cognito_identity_pool.a[*].id)',
    'try(aws_cognito_identity_pool.a[0].id, "")',
    'join("", aws_cognito_identity_pool.a.*.id)',
    'concat(aws_cognito_identity_pool.a.*.id, [""])[0]',
    'element(aws_cognito_identity_pool.a[*].id, 0)',
    'aws_cognito_identity_pool.a.0.id',
    'var.other != "" ? var.other : aws_cognito_identity_pool.a[0].id',
    'local.pool',
  ])('%s', async (expression) => {
    const roles = await roleOf(`
      variable "on" { default = true }
      variable "other" {}
      locals { pool = aws_cognito_identity_pool.a[0].id }
      resource "aws_cognito_identity_pool" "a" {
        count = var.on ? 1 : 0
        identity_pool_name = "harbour"
      }
      resource "aws_cognito_identity_pool" "b" { identity_pool_name = "lighthouse" }
      resource "aws_cognito_identity_pool_roles_attachment" "a" {
        identity_pool_id = ${expression}
        roles = { authenticated = "${ROLE}" }
      }`)
    expect(roles).toEqual({ 'aws_cognito_identity_pool.a': ROLE, 'aws_cognito_identity_pool.b': null })
  })

  it('of which there are as many', async () => {
    const roles = await roleOf(`
      resource "aws_cognito_identity_pool" "a" {
        count = 2
        identity_pool_name = "harbour-\${count.index}"
      }
      resource "aws_cognito_identity_pool_roles_attachment" "a" {
        count = length(aws_cognito_identity_pool.a)
        identity_pool_id = element(aws_cognito_identity_pool.a.*.id, count.index)
        roles = { authenticated = "arn:aws:iam::123456789012:role/u\${count.index}" }
      }`)
    expect(roles).toEqual({
      'aws_cognito_identity_pool.a[0]': 'arn:aws:iam::123456789012:role/u0',
      'aws_cognito_identity_pool.a[1]': 'arn:aws:iam::123456789012:role/u1',
    })
  })

  it('and to none where it names two', async () => {
    const [pool] = await allPools(`
      resource "aws_cognito_identity_pool" "a" { identity_pool_name = "harbour" }
      resource "aws_cognito_identity_pool" "b" { identity_pool_name = "lighthouse" }
      resource "aws_cognito_identity_pool_roles_attachment" "a" {
        identity_pool_id = var.on ? aws_cognito_identity_pool.a.id : aws_cognito_identity_pool.b.id
        roles = { authenticated = "${ROLE}" }
      }`)
    expect(pool?.snapshot.roles.authenticated).toBeNull()
    expect(pool?.notes).toHaveLength(1)
  })
})

describe('of several attachments of roles', () => {
  it('that one counts which is made, and the other is noted', async () => {
    const { snapshot, notes } = await only(`
      variable "guests" { default = true }
      resource "aws_cognito_identity_pool" "a" { identity_pool_name = "harbour" }
      resource "aws_cognito_identity_pool_roles_attachment" "without" {
        count = var.guests ? 0 : 1
        identity_pool_id = aws_cognito_identity_pool.a.id
        roles = {}
      }
      resource "aws_cognito_identity_pool_roles_attachment" "with" {
        count = var.guests ? 1 : 0
        identity_pool_id = aws_cognito_identity_pool.a.id
        roles = { unauthenticated = "${ROLE}" }
      }`)
    expect(snapshot.roles.unauthenticated).toBe(ROLE)
    expect(notes).toEqual([
      'aws_cognito_identity_pool_roles_attachment.without is not made: its count is 0 by the default of var.guests.',
    ])
  })
})

describe('expressions of Terraform', () => {
  it('may loop over what has nulls', async () => {
    const { snapshot, notes } = await only(`
      locals { roles = { authenticated = "${ROLE}", unauthenticated = null } }
      resource "aws_cognito_identity_pool" "a" { identity_pool_name = "harbour" }
      resource "aws_cognito_identity_pool_roles_attachment" "a" {
        identity_pool_id = aws_cognito_identity_pool.a.id
        roles = { for kind, role in local.roles : kind => role if role != null }
      }`)
    expect([snapshot.roles.authenticated, notes]).toEqual([ROLE, []])
  })

  it('may try what is not there', async () => {
    const { snapshot, notes } = await only(`
      variable "pool" { default = { name = "harbour" } }
      resource "aws_cognito_identity_pool" "a" {
        identity_pool_name = try(var.pool.title, var.pool.name)
        developer_provider_name = can(var.pool.login) ? var.pool.login : "login.harbour"
        openid_connect_provider_arns = try(var.pool.oidc, [])
      }`)
    expect(snapshot.pool).toMatchObject({
      name: 'harbour',
      developerProviderName: 'login.harbour',
      oidcProviderArns: [],
    })
    expect(notes).toEqual([])
  })

  it('take what the type of a variable gives to attributes that are left out', async () => {
    const { snapshot, notes } = await only(`
      variable "pool" {
        type = object({
          name    = string
          guests  = optional(bool, true)
          clients = optional(list(object({ id = string, check = optional(bool, true) })), [{ id = "web" }])
          login   = optional(string)
        })
        default = { name = "harbour" }
      }
      resource "aws_cognito_identity_pool" "a" {
        identity_pool_name = var.pool.name
        allow_unauthenticated_identities = var.pool.guests
        developer_provider_name = var.pool.login
        dynamic "cognito_identity_providers" {
          for_each = var.pool.clients
          content {
            client_id = cognito_identity_providers.value.id
            provider_name = "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Harbour1"
            server_side_token_check = cognito_identity_providers.value.check
          }
        }
      }`)
    expect(snapshot.pool).toMatchObject({
      allowUnauthenticated: true,
      developerProviderName: null,
      userPools: [{ clientId: 'web', serverSideTokenCheck: true }],
    })
    expect(notes).toEqual([])
  })

  it('ask for the attribute that a loop takes of each, and for nothing else', async () => {
    const { described, questions } = await only(`
      resource "aws_cognito_identity_pool" "a" {
        identity_pool_name = "harbour"
        saml_provider_arns = [for one in aws_iam_saml_provider.all : one.arn]
      }`)
    expect(questions.map(({ id }) => id)).toEqual(['aws_iam_saml_provider.all[*].arn'])
    const answers = { 'aws_iam_saml_provider.all[*].arn': 'arn:a, arn:b' }
    expect(completedPool(described, { answers }).snapshot.pool.samlProviderArns).toEqual(['arn:a', 'arn:b'])
  })
})

describe('maps that are put together', () => {
  it('keep what nothing may override, and name what may be', async () => {
    const { snapshot, notes, questions } = await only(`
      resource "aws_cognito_identity_pool" "a" {
        identity_pool_name = "harbour"
        tags = merge({ Team = "boats" }, var.tags, { Stage = "test" })
      }`)
    expect(snapshot.pool.tags).toEqual({ Stage: 'test' })
    expect(notes).toEqual([
      'tags["Team"] was left out, because var.tags is not told.',
      'tags[…] was left out, because var.tags is not told.',
    ])
    expect(questions.map(({ id }) => id)).toEqual(['var.tags'])
  })
})

describe('a default', () => {
  it.each([
    ['a map', '{ "a" = "1, 2", "b" = "3" }', '{"a":"1, 2","b":"3"}'],
    ['a list with a comma in an item', '["a,b", "c"]', '["a,b","c"]'],
    ['a list', '["a", "b"]', 'a, b'],
    ['a long text', `"${'a'.repeat(300)}"`, 'a'.repeat(300)],
  ])('that is %s is shown as it can be typed', async (_, preset, shown) => {
    const { questions } = await only(`
      variable "v" { default = ${preset} }
      resource "aws_cognito_identity_pool" "a" {
        identity_pool_name = "harbour"
        tags = { v = jsonencode(var.v) }
      }`)
    expect(questions.map((one) => one.preset)).toEqual([shown])
  })
})
