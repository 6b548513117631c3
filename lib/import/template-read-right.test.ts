import { describe, expect, it } from 'vitest'
import { only } from './only-pool-for-tests.ts'
import { readPools } from './read-pools.ts'

const HERE = 'us-east-1:0c5d6a5e-0a3b-4a3c-8f9e-1d2c3b4a5f60'
const ELSEWHERE = 'us-east-1:99999999-0a3b-4a3c-8f9e-1d2c3b4a5f60'
const ROLE = 'arn:aws:iam::123456789012:role/Member'
const CLIENT = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_Harbour1'

describe('answers of the AWS CLI', () => {
  it('take no roles and no principal tags of another pool', async () => {
    const { snapshot, notes } = await only(
      [
        { IdentityPoolId: HERE, IdentityPoolName: 'harbour' },
        { IdentityPoolId: ELSEWHERE, Roles: { authenticated: ROLE } },
        { IdentityPoolId: ELSEWHERE, IdentityProviderName: CLIENT, UseDefaults: true },
      ]
        .map((answer) => JSON.stringify(answer))
        .join('\n'),
    )
    expect([snapshot.roles.authenticated, snapshot.principalTags]).toEqual([null, []])
    expect(notes).toEqual([
      `An object with IdentityPoolId, Roles was left out, because it is of ${ELSEWHERE}, which is not described here.`,
      `An object with IdentityPoolId, IdentityProviderName, UseDefaults was left out, because it is of ${ELSEWHERE}, which is not described here.`,
    ])
  })
})

describe('a CloudFormation template', () => {
  const template = (properties: string, rest = '') =>
    only(`
Parameters:
  Named: { Type: 'AWS::SSM::Parameter::Value<String>', Default: /harbour/name }
  Hidden: { Type: String, NoEcho: true, Default: told }
  Other: { Type: String, Default: '${ELSEWHERE}' }
Resources:
  Harbour:
    Type: AWS::Cognito::IdentityPool
    Properties: { AllowUnauthenticatedIdentities: false, ${properties} }
${rest}`)

  it.each([
    ['a parameter of Systems Manager', '!Ref Named', 'Named names a parameter of Systems Manager'],
    ['a hidden parameter', '!Ref Hidden', 'Hidden is hidden by NoEcho'],
    ['a hidden parameter inside', '!Sub "x-${Hidden}"', 'Hidden is hidden by NoEcho'],
    [
      'a dynamic reference',
      "'{{resolve:ssm:/harbour}}'",
      '{{resolve:ssm:/harbour}} is worked out by CloudFormation only',
    ],
    ['a variable of Serverless', "'${self:custom.stage}-x'", '${self:custom.stage} is a variable of Serverless'],
    ['one inside a Sub', '!Sub "${env:STAGE}"', '${env:STAGE} is a variable of Serverless'],
  ])('does not take %s for a value', async (_, value, reason) => {
    const { snapshot, notes } = await template(`DeveloperProviderName: ${value}`)
    expect(snapshot.pool.developerProviderName).toBeNull()
    expect(notes[0]).toBe(`Harbour: DeveloperProviderName was left out, because ${reason}.`)
  })

  it('keeps a hidden consumer secret to be asked for', async () => {
    for (const secret of ['!Sub "key;${Hidden}"', "'key;{{resolve:secretsmanager:x}}'"]) {
      const { snapshot, notes } = await template(`SupportedLoginProviders: { api.twitter.com: ${secret} }`)
      expect(snapshot.pool.loginProviders).toEqual({ 'api.twitter.com': 'key;••••••••' })
      expect(notes).toEqual([])
    }
  })

  it('has no mapping whose provider is not told, and none with a rule that is not', async () => {
    const { snapshot, notes } = await template(
      'IdentityPoolName: harbour, IdentityPoolTags: [{ Key: a, Value: b }, { Key: c, Value: !Ref Hidden }]',
      `
  Roles:
    Type: AWS::Cognito::IdentityPoolRoleAttachment
    Properties:
      IdentityPoolId: !Ref Harbour
      RoleMappings:
        crew: { IdentityProvider: !GetAtt Crew.Name, Type: Token, AmbiguousRoleResolution: Deny }
        www.amazon.com:
          Type: Rules
          RulesConfiguration: { Rules: [{ Claim: a, MatchType: NotEqual, Value: !Ref Hidden, RoleARN: '${ROLE}' }] }
        graph.facebook.com: { Type: Token, AmbiguousRoleResolution: Deny }
`,
    )
    expect(snapshot.pool.tags).toEqual({ a: 'b' })
    expect(snapshot.roles.mappings.map(({ provider }) => provider)).toEqual(['graph.facebook.com'])
    expect(notes).toContain('Roles: RoleMappings.crew was left out, because Crew.Name is not told.')
    expect(notes).toContain('Roles: RoleMappings.www.amazon.com was left out, because Hidden is hidden by NoEcho.')
  })

  it.each(['!Ref Other', `'${ELSEWHERE}'`, '!ImportValue Other'])('takes no roles of %s', async (id) => {
    const { snapshot, notes } = await template(
      'IdentityPoolName: harbour',
      `
  Theirs:
    Type: AWS::Cognito::IdentityPoolRoleAttachment
    Properties: { IdentityPoolId: ${id}, Roles: { authenticated: '${ROLE}' } }
`,
    )
    expect(snapshot.roles.authenticated).toBeNull()
    expect(notes).toEqual(['Theirs was left out, because it does not refer to a pool of the template.'])
  })

  it('may stand beside others, of its kind and of another', async () => {
    const pool = (name: string) =>
      JSON.stringify({
        Resources: { Pool: { Type: 'AWS::Cognito::IdentityPool', Properties: { IdentityPoolName: name } } },
      })
    const answer = JSON.stringify({ IdentityPoolName: 'third' })
    const read = await readPools(`${pool('first')}\n${pool('second')}\n${answer}\n{"Else": 1}`)
    expect(read.ok && [read.source, read.pools.map(({ label, key }) => `${label}: ${key}`)]).toEqual([
      'an answer of describe-identity-pool and a CloudFormation template',
      ['third: description 1', 'first: Pool', 'second: Pool (2)'],
    ])
    expect(read.ok && read.pools[0]?.notes).toEqual(['An object with Else is not understood, so it was left out.'])
  })

  it('may have empty sections and parts that are no resources', async () => {
    const { snapshot } = await only(
      'Parameters:\nResources:\n  Fn::Transform: { Name: AWS::Include }\n  Topic: { Type: AWS::SNS::Topic, Properties: }\n  Pool:\n    Type: AWS::Cognito::IdentityPool\n    Properties: { IdentityPoolName: harbour }\n',
    )
    expect(snapshot.pool.name).toBe('harbour')
  })
})
