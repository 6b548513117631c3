import { describe, expect, it } from 'vitest'
import { completedPool } from './described/completed-pool.ts'
import { only } from './only-pool-for-tests.ts'
import { readTexts } from './read-texts.ts'
import { answersFor, answersOfPlace } from './said/answers-for.ts'
import { answersOfPool } from './said/answers-of-pool.ts'

const TERRAFORM = `
  variable "stage" { default = "test" }
  variable "client" {}
  variable "saml" { type = list(string) }
  locals { user_pool = "cognito-idp.\${data.aws_region.current.name}.amazonaws.com/\${aws_cognito_user_pool.main.id}" }
  resource "aws_cognito_identity_pool" "main" {
    identity_pool_name = "harbour \${var.stage}"
    saml_provider_arns = var.saml
    cognito_identity_providers {
      client_id     = var.client
      provider_name = local.user_pool
    }
    tags = { stage = var.stage, client = var.client }
  }
  resource "aws_cognito_identity_pool_roles_attachment" "main" {
    identity_pool_id = aws_cognito_identity_pool.main.id
    roles = { authenticated = aws_iam_role.user.arn }
    role_mapping {
      identity_provider         = "\${local.user_pool}:\${var.client}"
      type                      = "Token"
      ambiguous_role_resolution = "Deny"
    }
  }`
const ROLE = 'arn:aws:iam::123456789012:role/Member'
const SAML = 'arn:aws:iam::123456789012:saml-provider/Port'

describe('what a text does not tell', () => {
  it('is asked for once, with every place where it goes', async () => {
    const { questions } = await only(TERRAFORM)
    expect(questions.map(({ id, preset }) => [id, preset])).toEqual([
      ['var.stage', 'test'],
      ['var.client', null],
      ['data.aws_region.current.name', null],
      ['aws_cognito_user_pool.main.id', null],
      ['var.saml', null],
      ['aws_iam_role.user.arn', null],
    ])
    expect(questions.find(({ id }) => id === 'var.client')?.places).toEqual([
      'cognito_identity_providers[0]',
      'tags["client"]',
      'role_mapping[0]',
    ])
  })

  it('is put in everywhere when it is answered, and a default gives way', async () => {
    const answers = {
      'var.stage': 'prod',
      'data.aws_region.current.name': 'eu-west-1',
      'aws_cognito_user_pool.main.id': 'eu-west-1_Harbour1',
      'var.client': 'web',
      'var.saml': `${SAML}, ${SAML}2`,
      'aws_iam_role.user.arn': ROLE,
    }
    const { snapshot, notes, questions } = completedPool((await only(TERRAFORM)).described, { answers })
    const provider = 'cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Harbour1'
    expect(snapshot.pool).toMatchObject({
      name: 'harbour prod',
      samlProviderArns: [SAML, `${SAML}2`],
      userPools: [{ providerName: provider, clientId: 'web' }],
      tags: { stage: 'prod', client: 'web' },
    })
    expect(snapshot.roles.authenticated).toBe(ROLE)
    expect(snapshot.roles.mappings.map((one) => one.provider)).toEqual([`${provider}:web`])
    expect(notes).toEqual([])
    expect(questions).toHaveLength(6)
  })

  it('is left out with its entry on purpose, without a note', async () => {
    const leftOut = new Set(['cognito_identity_providers[0]', 'role_mapping[0]', 'tags["client"]'])
    const { notes, entries, snapshot } = completedPool((await only(TERRAFORM)).described, { leftOut })
    expect(notes).toEqual([
      'saml_provider_arns was left out, because var.saml is not told.',
      'roles["authenticated"] was left out, because aws_iam_role.user.arn is not told.',
    ])
    expect(entries.filter((one) => one.isLeftOut).map(({ place }) => place)).toEqual([
      'cognito_identity_providers[0]',
      'tags["client"]',
      'role_mapping[0]',
    ])
    expect(snapshot.pool.tags).toEqual({ stage: 'test' })
  })

  it('is told by a file of variables', async () => {
    const read = await readTexts([
      { name: 'main.tf', text: TERRAFORM },
      { name: 'terraform.tfvars', text: `client = "web"\nsaml = ["${SAML}"]\nstage = "prod"` },
    ])
    if (!read.ok) throw new Error(read.problem)
    expect(read.said).toEqual({ 'var.client': 'web', 'var.saml': [SAML], 'var.stage': 'prod' })
  })

  it.each([
    ['parameters of a stack', '[{ "ParameterKey": "Client", "ParameterValue": "web" }]', { Client: 'web' }],
    [
      'what describe-stacks answers',
      '{ "Stacks": [{ "StackId": "arn:aws:cloudformation:eu-west-1:123456789012:stack/port/1", "StackName": "port", "Parameters": [{ "ParameterKey": "Client", "ParameterValue": "web" }] }] }',
      { Client: 'web', 'AWS::Region': 'eu-west-1', 'AWS::AccountId': '123456789012', 'AWS::StackName': 'port' },
    ],
    [
      'amplify-meta.json',
      `{ "providers": { "awscloudformation": { "AuthRoleArn": "${ROLE}", "Region": "eu-west-1" } }, "auth": { "port": { "output": { "AppClientIDWeb": "web" } } } }`,
      { authRoleArn: ROLE, UserPoolClientWeb: 'web', 'AWS::Region': 'eu-west-1', 'AWS::AccountId': '123456789012' },
    ],
    [
      'parameters.json of Amplify',
      '{ "Client": "web", "guests": false, "role": { "Fn::GetAtt": ["a", "b"] } }',
      { Client: 'web' },
    ],
  ])('is told by %s beside a template', async (_, file, expected) => {
    const template =
      'Resources: { Port: { Type: "AWS::Cognito::IdentityPool", Properties: { IdentityPoolName: port } } }'
    const read = await readTexts([
      { name: 'template.yaml', text: template },
      { name: 'values.json', text: file },
    ])
    if (!read.ok) throw new Error(read.problem)
    expect(answersFor(Object.keys(expected), read.said)).toEqual(expected)
  })

  it('is told by the one environment of team-provider-info.json, or by the name of a stack', async () => {
    const cloud = { awscloudformation: { StackName: 'amplify-port-test-164209', Region: 'eu-west-1' } }
    for (const file of [{ test: cloud }, { providers: cloud }]) {
      const read = await readTexts([{ name: 'team-provider-info.json', text: JSON.stringify(file) }])
      expect(read.said).toMatchObject({ env: 'test' })
    }
    const both = await readTexts([{ name: 'a.json', text: JSON.stringify({ test: cloud, prod: cloud }) }])
    expect(both.said).toBeUndefined()
  })

  it('is asked for by what is taken of it, which a file of variables tells with the rest', async () => {
    const text = `
      resource "aws_cognito_identity_pool" "a" {
        identity_pool_name = var.pool.name
        tags = { of = var.pool.owners[0].name }
      }`
    const { questions } = await only(text)
    const ids = ['var.pool.name', 'var.pool.owners[0].name']
    expect(questions.map(({ id }) => id)).toEqual(ids)
    const said = { 'var.pool': { name: 'harbour', owners: [{ name: 'quay' }] } }
    expect(answersFor(ids, said)).toEqual({ 'var.pool.name': 'harbour', 'var.pool.owners[0].name': 'quay' })
  })

  it('is asked for once where a user pool is named by its id and as a provider', async () => {
    const { described, questions } = await only(`
      resource "aws_cognito_identity_pool" "a" {
        identity_pool_name = "harbour"
        cognito_identity_providers {
          client_id     = "web"
          provider_name = aws_cognito_user_pool.main.endpoint
        }
        tags = { pool = aws_cognito_user_pool.main.id }
      }`)
    expect(questions).toMatchObject([
      { id: 'aws_cognito_user_pool.main.id', places: ['tags["pool"]', 'cognito_identity_providers[0]'] },
    ])
    const { snapshot } = completedPool(described, {
      answers: { 'aws_cognito_user_pool.main.id': 'eu-west-1_Harbour1' },
    })
    expect(snapshot.pool).toMatchObject({
      userPools: [{ providerName: 'cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Harbour1' }],
      tags: { pool: 'eu-west-1_Harbour1' },
    })
  })

  it('is known of the connection where it is about its Region and account', () => {
    const ids = ['AWS::Region', 'data.aws_caller_identity.me.account_id', 'AWS::Partition', 'var.region']
    expect(answersOfPlace(ids, { region: 'cn-north-1', accountId: '123456789012' })).toEqual({
      'AWS::Region': 'cn-north-1',
      'data.aws_caller_identity.me.account_id': '123456789012',
      'AWS::Partition': 'aws-cn',
    })
    expect(answersOfPlace(ids, { region: '', accountId: null })).toEqual({ 'AWS::Partition': 'aws' })
  })

  it('is what another pool has in its place', async () => {
    const { described } = await only(TERRAFORM)
    const { snapshot } = completedPool(described, {
      answers: {
        'data.aws_region.current.name': 'eu-west-1',
        'aws_cognito_user_pool.main.id': 'eu-west-1_Harbour1',
        'var.client': 'web',
        'var.saml': SAML,
        'aws_iam_role.user.arn': ROLE,
      },
    })
    expect(answersOfPool(described, snapshot)).toMatchObject({
      'var.client': 'web',
      'var.saml': SAML,
      'aws_iam_role.user.arn': ROLE,
    })
  })
})
