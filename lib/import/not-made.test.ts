import { describe, expect, it } from 'vitest'
import { allPools, only } from './only-pool-for-tests.ts'
import { readTexts } from './read-texts.ts'

const ROLE = 'arn:aws:iam::123456789012:role/Member'
const POOL = 'aws_cognito_identity_pool'

const pool = (name: string, more = '') => `resource "${POOL}" "${name}" {
  ${more}
  identity_pool_name = "${name}"
}
`
const roles = (of: string, more: string) => `resource "${POOL}_roles_attachment" "r" {
  ${more}
  identity_pool_id = ${of}
  roles = { authenticated = "${ROLE}" }
}
`
const variables = `variable "on" { default = false }
variable "env" { default = "dev" }
variable "all" { default = {} }
`
const notesOf = async (text: string) =>
  Object.fromEntries((await allPools(text)).map(({ label, notes }) => [label, notes]))

describe('what Terraform does not make by the defaults', () => {
  it.each([
    ['count = 0', 'its count is 0'],
    ['count = var.on ? 1 : 0', 'its count is 0 by the default of var.on'],
    ['count = var.on || var.env == "prod" ? 1 : 0', 'its count is 0 by the defaults of var.on and var.env'],
    ['for_each = toset([])', 'its for_each is empty'],
    ['for_each = {}', 'its for_each is empty'],
    ['for_each = var.all', 'its for_each is empty by the default of var.all'],
    [`for_each = ${POOL}.never`, `it follows ${POOL}.never, which is not made`],
    [`count = length(${POOL}.never)`, `it follows ${POOL}.never, which is not made`],
  ])('is not put in, and noted: %s', async (made, because) => {
    const text = `${variables}${pool('harbour')}${pool('never', 'for_each = toset([])')}${roles(`${POOL}.harbour.id`, made)}
      resource "${POOL}_provider_principal_tag" "t" {
        ${made}
        identity_pool_id = ${POOL}.harbour.id
        identity_provider_name = "graph.facebook.com"
        principal_tags = { user = "sub" }
      }`
    const { label, snapshot, notes } = await only(text)
    expect([label, snapshot.roles.authenticated, snapshot.principalTags]).toEqual(['harbour', null, []])
    expect(notes).toEqual([
      `${POOL}_roles_attachment.r is not made: ${because}.`,
      `${POOL}_provider_principal_tag.t is not made: ${because}.`,
      `${POOL}.never is not made: its for_each is empty.`,
    ])
  })

  it('is offered only if nothing else is, with what is made together with it', async () => {
    const made = 'count = var.on ? 1 : 0'
    const { snapshot, notes } = await only(
      `${variables}${pool('harbour', made)}${roles(`${POOL}.harbour[0].id`, made)}`,
    )
    expect([snapshot.pool.name, snapshot.roles.authenticated]).toEqual(['harbour', ROLE])
    expect(notes).toEqual([`${POOL}.harbour is not made: its count is 0 by the default of var.on.`])
    const other = `${variables}${pool('harbour', made)}${roles(`${POOL}.harbour[0].id`, 'count = var.env == "prod" ? 1 : 0')}`
    expect((await only(other)).snapshot.roles.authenticated).toBeNull()
  })

  it('takes the roles of its own with it, which are noted', async () => {
    const text = `${variables}${pool('harbour')}${pool('never', 'count = 0')}${roles(`${POOL}.never[0].id`, '')}`
    const { snapshot, notes } = await only(text)
    expect(snapshot.roles.authenticated).toBeNull()
    expect(notes).toEqual([
      `${POOL}_roles_attachment.r was left out, because its pool is not made.`,
      `${POOL}.never is not made: its count is 0.`,
    ])
  })

  it('gives its roles that do not tell their pool to the one that is made', async () => {
    const text = `${variables}${pool('harbour')}${pool('never', 'count = 0')}${roles('var.pool', '')}`
    expect((await only(text)).snapshot.roles.authenticated).toBe(ROLE)
  })

  it('is decided by values of variables that stand beside it, in the same text or in another', async () => {
    const text = `${variables}${pool('harbour', 'count = var.env == "prod" ? 1 : 0')}${pool('pier', 'count = var.env == "prod" ? 0 : 1')}`
    const because = `${POOL}.harbour is not made: its count is 0 by the default of var.env.`
    expect(await notesOf(text)).toEqual({ pier: [because] })
    expect(await notesOf(`${text}env = "prod"`)).toEqual({
      harbour: [`${POOL}.pier is not made: its count is 0 by the value of var.env.`],
    })
  })
})

describe('what CloudFormation does not make by the defaults', () => {
  const template = `
Parameters: { Stage: { Type: String, Default: dev } }
Conditions: { IsProd: !Equals [!Ref Stage, prod] }
Resources:
  Harbour: { Type: 'AWS::Cognito::IdentityPool', Properties: { IdentityPoolName: harbour } }
  Pier: { Type: 'AWS::Cognito::IdentityPool', Condition: IsProd, Properties: { IdentityPoolName: pier } }
  Roles:
    Type: AWS::Cognito::IdentityPoolRoleAttachment
    Condition: IsProd
    Properties: { IdentityPoolId: !Ref Harbour, Roles: { authenticated: '${ROLE}' } }
  Tags:
    Type: AWS::Cognito::IdentityPoolPrincipalTag
    Condition: IsProd
    Properties: { IdentityPoolId: !Ref Harbour, IdentityProviderName: graph.facebook.com, UseDefaults: true }
`
  const because = 'is not made: its condition IsProd is false by the default of Stage.'

  it('is not put in, and noted', async () => {
    const { label, snapshot, notes } = await only(template)
    expect([label, snapshot.roles.authenticated, snapshot.principalTags]).toEqual(['harbour', null, []])
    expect(notes).toEqual([`Roles ${because}`, `Tags ${because}`, `Pier ${because}`])
  })

  it('takes the roles of its own with it, which are noted', async () => {
    const text = template
      .replace(/(Roles:\n.*\n) {4}Condition: IsProd\n/, '$1')
      .replace('!Ref Harbour, Roles', '!Ref Pier, Roles')
    const { snapshot, notes } = await only(text)
    expect(snapshot.roles.authenticated).toBeNull()
    expect(notes).toEqual([`Tags ${because}`, 'Roles was left out, because its pool is not made.', `Pier ${because}`])
  })

  it('is offered only if nothing else is', async () => {
    const text = template.replace(/ {2}Harbour: .*\n/, '').replaceAll('!Ref Harbour', '!Ref Pier')
    const { label, snapshot, notes } = await only(text)
    expect([label, snapshot.roles.authenticated, notes]).toEqual(['pier', ROLE, [`Pier ${because}`]])
  })

  it('is made where values of parameters say so, in a file of their own', async () => {
    const text = JSON.stringify([{ ParameterKey: 'Stage', ParameterValue: 'prod' }])
    const read = await readTexts([
      { name: 'template.yaml', text: template },
      { name: 'parameters.json', text },
    ])
    expect(read).toMatchObject({ ok: true, pools: [{ label: 'harbour', notes: [] }, { label: 'pier' }] })
    const [harbour] = read.ok ? read.pools : []
    expect(harbour?.roles?.value).toMatchObject({ is: 'map', entries: [['authenticated', ROLE]] })
  })
})
