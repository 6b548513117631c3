import { describe, expect, it } from 'vitest'
import { allPools, only } from './only-pool-for-tests.ts'

describe('numbers that are longer than a computer counts', () => {
  const HUGE = '12345678901234567890123'
  it.each([
    [
      'what the AWS CLI told',
      `{ "IdentityPoolId": "us-east-1:0c5d6a5e-0a3b-4a3c-8f9e-1d2c3b4a5f60", "IdentityPoolName": "p", "AllowUnauthenticatedIdentities": false, "IdentityPoolTags": { "n": ${HUGE} } }`,
    ],
    [
      'a template',
      `{ "Resources": { "P": { "Type": "AWS::Cognito::IdentityPool", "Properties": { "IdentityPoolName": "p", "AllowUnauthenticatedIdentities": false, "IdentityPoolTags": [{ "Key": "n", "Value": ${HUGE} }] } } } }`,
    ],
    [
      'Terraform in JSON',
      `{ "resource": { "aws_cognito_identity_pool": { "p": { "identity_pool_name": "p", "tags": { "n": ${HUGE} } } } } }`,
    ],
    [
      'Terraform',
      `resource "aws_cognito_identity_pool" "p" {\n  identity_pool_name = "p"\n  tags = { n = ${HUGE} }\n}`,
    ],
  ])('stand in %s as they were written', async (_, text) => {
    expect((await only(text)).snapshot.pool.tags).toEqual({ n: HUGE })
  })

  it('and other numbers are what they are', async () => {
    const text =
      '{ "resource": { "aws_cognito_identity_pool": { "p": { "identity_pool_name": "p", "tags": { "a": 4711, "b": 1.50, "c": 1e3 } } } } }'
    expect((await only(text)).snapshot.pool.tags).toEqual({ a: '4711', b: '1.5', c: '1000' })
  })
})

describe('a count of none', () => {
  const pool = (count: string) => `variable "made" { default = false }
resource "aws_cognito_identity_pool" "p" {
  count              = ${count}
  identity_pool_name = "p"
}
resource "aws_cognito_identity_pool" "other" {
  identity_pool_name = "other"
}`
  it.each([['0'], ['"0"'], ['false ? 1 : 0']])('makes no pool: %s', async (count) => {
    expect((await allPools(pool(count))).map(({ key }) => key)).toEqual(['aws_cognito_identity_pool.other'])
  })

  it('makes no pool in JSON', async () => {
    const text = JSON.stringify({
      resource: {
        aws_cognito_identity_pool: {
          p: { count: 0, identity_pool_name: 'p' },
          other: { identity_pool_name: 'other' },
        },
      },
    })
    expect((await allPools(text)).map(({ key }) => key)).toEqual(['aws_cognito_identity_pool.other'])
  })
})

describe('locals in Terraform’s JSON', () => {
  it('are put in, those of several blocks and those that name each other', async () => {
    const { snapshot, questions } = await only(
      JSON.stringify({
        variable: { stage: { default: 'prod' } },
        locals: [
          { team: 'orders', name: 'shop-${local.team}-${var.stage}' },
          { tags: { team: '${local.team}', size: 3, list: '${join(",", ["a", "b"])}' } },
        ],
        resource: [
          { aws_cognito_identity_pool: { p: [{ identity_pool_name: '${local.name}', tags: '${local.tags}' }] } },
        ],
      }),
    )
    expect(snapshot.pool).toMatchObject({ name: 'shop-orders-prod', tags: { team: 'orders', size: '3', list: 'a,b' } })
    expect(questions.filter(({ id }) => id !== 'var.stage')).toEqual([])
  })
})
