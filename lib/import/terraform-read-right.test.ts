import { describe, expect, it } from 'vitest'
import { allPools as all, only } from './only-pool-for-tests.ts'

const ELSEWHERE = 'us-east-1:99999999-0a3b-4a3c-8f9e-1d2c3b4a5f60'
const ROLE = 'arn:aws:iam::123456789012:role/Member'

describe('Terraform’s own language', () => {
  it('has the basic flow off where it is not named, and not told where its value is not', async () => {
    const bare = await only('resource "aws_cognito_identity_pool" "a" { identity_pool_name = "harbour" }')
    expect([bare.snapshot.pool.classicFlow, bare.untold, bare.notes]).toEqual(['off', [], []])
    const unknown = await only(`resource "aws_cognito_identity_pool" "a" {
      identity_pool_name = "harbour"
      allow_classic_flow = var.classic
      allow_unauthenticated_identities = local.guests
    }`)
    expect(unknown.snapshot.pool.classicFlow).toBe('unset')
    expect(unknown.untold).toEqual(['allowUnauthenticated', 'classicFlow'])
  })

  it('takes no roles of a pool by another id, another address or from another state', async () => {
    for (const id of [
      `"${ELSEWHERE}"`,
      'aws_cognito_identity_pool.b.id',
      'data.aws_cognito_identity_pool.b.id',
      'var.b',
    ]) {
      const { snapshot, notes } = await only(`
        variable "b" { default = "${ELSEWHERE}" }
        resource "aws_cognito_identity_pool" "a" { identity_pool_name = "harbour" }
        resource "aws_cognito_identity_pool_roles_attachment" "b" {
          identity_pool_id = ${id}
          roles = { authenticated = "${ROLE}" }
        }`)
      expect(snapshot.roles.authenticated).toBeNull()
      expect(notes).toEqual([
        'aws_cognito_identity_pool_roles_attachment.b was left out, because it does not refer to a pool of this text.',
      ])
    }
  })

  it('takes the roles that name their pool in another way, or do not tell it', async () => {
    for (const id of ['"${aws_cognito_identity_pool.a.id}"', 'aws_cognito_identity_pool.a[0].id', 'var.pool']) {
      const { snapshot } = await only(`
        resource "aws_cognito_identity_pool" "a" { identity_pool_name = "harbour" }
        resource "aws_cognito_identity_pool_roles_attachment" "a" {
          identity_pool_id = ${id}
          roles = { authenticated = "${ROLE}" }
        }`)
      expect(snapshot.roles.authenticated).toBe(ROLE)
    }
  })

  it('keeps pools of one address apart and gives neither the roles that name it', async () => {
    const pool = (name: string) => `resource "aws_cognito_identity_pool" "this" { identity_pool_name = "${name}" }\n`
    const roles = `resource "aws_cognito_identity_pool_roles_attachment" "x" {
      identity_pool_id = aws_cognito_identity_pool.this.id
      roles = { authenticated = "${ROLE}" }
    }`
    const pools = await all(pool('harbour') + pool('lighthouse') + roles)
    expect(pools.map(({ key, label }) => [key, label])).toEqual([
      ['aws_cognito_identity_pool.this', 'harbour'],
      ['aws_cognito_identity_pool.this (2)', 'lighthouse'],
    ])
    expect(pools.map(({ snapshot }) => snapshot.roles.authenticated)).toEqual([null, null])
    expect(pools[0]?.notes).toEqual([
      'aws_cognito_identity_pool_roles_attachment.x was left out, because more than one pool has the address that it refers to.',
    ])
  })

  it('tells no sensitive variable for a value, a consumer secret apart', async () => {
    const { snapshot, notes } = await only(`
      variable "key" { sensitive = true }
      resource "aws_cognito_identity_pool" "a" {
        identity_pool_name = "harbour"
        developer_provider_name = "login.\${var.key}"
        supported_login_providers = { "accounts.google.com" = var.key, "api.twitter.com" = "consumer;\${var.key}" }
        tags = { "api.twitter.com" = "consumer;\${var.key}" }
      }`)
    expect(snapshot.pool).toMatchObject({
      developerProviderName: null,
      loginProviders: { 'api.twitter.com': 'consumer;••••••••' },
      tags: {},
    })
    expect(notes).toEqual([
      'supported_login_providers["accounts.google.com"] was left out, because var.key is sensitive.',
      'developer_provider_name was left out, because var.key is sensitive.',
      'tags["api.twitter.com"] was left out, because var.key is sensitive.',
    ])
  })

  it('has the tags that the provider gives to everything', async () => {
    const pools = await all(`
      provider "aws" { default_tags { tags = { owner = "port", team = "all" } } }
      provider "aws" {
        alias = "west"
        default_tags { tags = { owner = "west" } }
      }
      resource "aws_cognito_identity_pool" "a" {
        identity_pool_name = "harbour"
        tags = { team = "boats" }
      }
      resource "aws_cognito_identity_pool" "b" {
        provider = aws.west
        identity_pool_name = "lighthouse"
      }`)
    expect(pools.map(({ snapshot }) => snapshot.pool.tags)).toEqual([
      { owner: 'port', team: 'boats' },
      { owner: 'west' },
    ])
    expect(pools.flatMap(({ notes }) => notes)).toEqual([])
  })
})

describe('what terraform show -json prints', () => {
  const resource = (type: string, name: string, values: object) => ({
    address: `aws_cognito_identity_pool${type}.${name}`,
    type: `aws_cognito_identity_pool${type}`,
    values,
  })
  const pool = (name: string, values: object) => resource('', name, { identity_pool_name: name, ...values })
  const change = (address: string, after_unknown: object) => ({
    address,
    change: { actions: ['create'], after_unknown },
  })

  it('has the tags of the pool and of the provider', async () => {
    const values = { tags: { a: '1' }, tags_all: { a: '1', owner: 'port' } }
    const root_module = { resources: [pool('harbour', values)] }
    const { snapshot } = await only(JSON.stringify({ values: { root_module } }))
    expect(snapshot.pool).toMatchObject({ tags: values.tags_all, classicFlow: 'off' })
  })

  it('names what a plan does not know yet', async () => {
    const root_module = {
      resources: [
        pool('harbour', { supported_login_providers: { 'www.amazon.com': 'app' } }),
        resource('_roles_attachment', 'x', {}),
      ],
    }
    const { untold, notes } = await only(
      JSON.stringify({
        planned_values: { root_module },
        resource_changes: [
          change('aws_cognito_identity_pool.harbour', {
            id: true,
            allow_classic_flow: true,
            cognito_identity_providers: [{ client_id: true }],
            supported_login_providers: { 'accounts.google.com': true },
            tags_all: true,
          }),
          change('aws_cognito_identity_pool_roles_attachment.x', {
            identity_pool_id: true,
            roles: { authenticated: true },
          }),
        ],
      }),
    )
    expect(untold).toEqual(['classicFlow'])
    expect(notes).toEqual(
      [
        ['allow_classic_flow', 'aws_cognito_identity_pool.harbour.allow_classic_flow'],
        ['cognito_identity_providers[0]', 'aws_cognito_identity_pool.harbour.cognito_identity_providers[0].client_id'],
        [
          'supported_login_providers["accounts.google.com"]',
          'aws_cognito_identity_pool.harbour.supported_login_providers.accounts.google.com',
        ],
        ['roles["authenticated"]', 'aws_cognito_identity_pool_roles_attachment.x.roles.authenticated'],
      ].map(([place, id]) => `${place} was left out, because ${id} is not known before the plan is applied.`),
    )
  })

  it('finds the pools of a plan by what its configuration refers to, in modules and with indexes too', async () => {
    const roles = (address: string, role: string) => ({
      address,
      type: 'aws_cognito_identity_pool_roles_attachment',
      values: { roles: { authenticated: role } },
    })
    const inModule = (name: string) => ({
      resources: [
        { ...pool(name, {}), address: `module.port["${name}"].aws_cognito_identity_pool.this` },
        roles(`module.port["${name}"].aws_cognito_identity_pool_roles_attachment.this`, `${ROLE}-${name}`),
      ],
    })
    const indexed = ['one', 'two'].flatMap((name) => [
      { ...pool(name, {}), address: `aws_cognito_identity_pool.each["${name}"]` },
      roles(`aws_cognito_identity_pool_roles_attachment.each["${name}"]`, `${ROLE}-${name}`),
    ])
    const refers = (name: string, references: string[]) => ({
      address: `aws_cognito_identity_pool_roles_attachment.${name}`,
      expressions: { identity_pool_id: { references } },
    })
    const port = {
      resources: [refers('this', ['aws_cognito_identity_pool.this.id', 'aws_cognito_identity_pool.this'])],
    }
    const pools = await all(
      JSON.stringify({
        planned_values: {
          root_module: { resources: indexed, child_modules: [inModule('harbour'), inModule('lighthouse')] },
        },
        configuration: {
          root_module: {
            resources: [refers('each', ['each.key', 'aws_cognito_identity_pool.each'])],
            module_calls: { port: { module: port } },
          },
        },
      }),
    )
    expect(pools.map(({ label, snapshot, notes }) => [label, snapshot.roles.authenticated, notes])).toEqual(
      ['one', 'two', 'harbour', 'lighthouse'].map((name) => [name, `${ROLE}-${name}`, []]),
    )
  })
})
