import { describe, expect, it } from 'vitest'
import { allPools, only } from './only-pool-for-tests.ts'
import { readPools } from './read-pools.ts'

const template = (over: string) => `
Transform: AWS::LanguageExtensions
Parameters:
  Ports: { Type: CommaDelimitedList, Default: 'north, south' }
Resources:
  Fn::ForEach::Pools:
    - Port
    - ${over}
    - Pool\${Port}:
        Type: AWS::Cognito::IdentityPool
        Properties:
          IdentityPoolName: !Sub 'harbour-\${Port}'
          AllowUnauthenticatedIdentities: false
          SupportedLoginProviders:
            Fn::ForEach::Logins: [Login, [graph.facebook.com], { '\${Login}': !Ref Port }]
      Roles\${Port}:
        Type: AWS::Cognito::IdentityPoolRoleAttachment
        Properties:
          IdentityPoolId: !Ref Pool\${Port}
          Roles: { authenticated: 'arn:aws:iam::123456789012:role/\${Port}' }
`

describe('a loop of CloudFormation', () => {
  it.each(['[north, south]', '!Ref Ports'])('over %s is written out', async (over) => {
    const pools = await allPools(template(over))
    expect(pools.map(({ key, snapshot: { pool, roles } }) => [key, pool.name, pool.loginProviders, roles])).toEqual(
      ['north', 'south'].map((port) => [
        `Pool${port}`,
        `harbour-${port}`,
        { 'graph.facebook.com': port },
        { authenticated: `arn:aws:iam::123456789012:role/${port}`, unauthenticated: null, mappings: [] },
      ]),
    )
  })

  it('over what is not told asks for its turn', async () => {
    const { questions } = await only(template('!Ref Unknown'))
    expect(questions.map(({ id }) => id)).toContain('Port')
  })

  it('that goes over loops without end is refused', async () => {
    const many = JSON.stringify(Array.from({ length: 40 }, (_, index) => `a${index}`))
    const nested = ['A', 'B', 'C', 'D'].reduceRight<unknown>(
      (body, name) => ({ [`Fn::ForEach::${name}`]: [name, JSON.parse(many), body] }),
      { 'P${A}${B}${C}${D}': { Type: 'AWS::Cognito::IdentityPool' } },
    )
    expect(await readPools(JSON.stringify({ Resources: nested }))).toMatchObject({ ok: false })
  })
})

describe('of several attachments of roles', () => {
  it('that one counts whose condition holds, and the other is noted', async () => {
    const { snapshot, notes } = await only(`
Parameters: { Guests: { Type: String, Default: 'yes' } }
Conditions: { With: !Equals [!Ref Guests, 'yes'], Without: !Not [!Condition With] }
Resources:
  Harbour: { Type: 'AWS::Cognito::IdentityPool', Properties: { AllowUnauthenticatedIdentities: true } }
  A:
    Type: AWS::Cognito::IdentityPoolRoleAttachment
    Condition: Without
    Properties: { IdentityPoolId: !Ref Harbour, Roles: {} }
  B:
    Type: AWS::Cognito::IdentityPoolRoleAttachment
    Condition: With
    Properties: { IdentityPoolId: !Ref Harbour, Roles: { unauthenticated: 'arn:aws:iam::123456789012:role/Member' } }`)
    expect(snapshot.roles.unauthenticated).toBe('arn:aws:iam::123456789012:role/Member')
    expect(notes).toEqual(['A is not made: its condition Without is false by the default of Guests.'])
  })
})

describe('a long text', () => {
  it('is read however often it is pasted', async () => {
    const text = JSON.stringify({
      Parameters: { Port: { Type: 'String', Default: '' } },
      Resources: {
        Harbour: { Type: 'AWS::Cognito::IdentityPool', Properties: { IdentityPoolName: 'harbour' } },
        Roles: {
          Type: 'AWS::Cognito::IdentityPoolRoleAttachment',
          Properties: { IdentityPoolId: { 'Fn::Sub': '${Port}'.repeat(20_000) }, Roles: {} },
        },
      },
    })
    for (let time = 0; time < 30; time += 1) expect((await readPools(text)).ok).toBe(true)
  })
})

describe('Serverless', () => {
  it('keeps its template in its state', async () => {
    const compiledCloudFormationTemplate = {
      Resources: { A: { Type: 'AWS::Cognito::IdentityPool', Properties: { IdentityPoolName: 'harbour' } } },
    }
    const { snapshot } = await only(JSON.stringify({ service: { provider: { compiledCloudFormationTemplate } } }))
    expect(snapshot.pool.name).toBe('harbour')
  })

  it('names the files in which the roles of a pool may stand', async () => {
    const { notes } = await only(`
service: harbour
resources:
  - Resources: { A: { Type: 'AWS::Cognito::IdentityPool', Properties: { IdentityPoolName: harbour } } }
  - \${file(roles.yml)}`)
    expect(notes).toEqual(['${file(roles.yml)} is another file, which is not followed.'])
  })
})

describe('a copy of a terminal', () => {
  it('may have its host in brackets, options before the service, and what failed', async () => {
    const { snapshot } = await only(`[me@host ~]$ aws --profile port cognito-identity describe-identity-pool
IdentityPoolName: harbour
AllowUnauthenticatedIdentities: true
[me@host ~]$ aws cognito-identity get-identity-pool-roles

An error occurred (AccessDeniedException) when calling the GetIdentityPoolRoles operation: no
[me@host ~]$`)
    expect(snapshot.pool).toMatchObject({ name: 'harbour', allowUnauthenticated: true })
  })
})

describe('what is nearly JSON', () => {
  const ID = 'eu-west-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809'
  it.each([
    [
      'a comment above and a comma at the end',
      `# a pool\n{ "IdentityPoolId": "${ID}", "IdentityPoolName": "harbour", }`,
    ],
    ['what Python prints', `{'IdentityPoolId': '${ID}', 'IdentityPoolName': 'harbour', 'DeveloperProviderName': None}`],
    ['what Node prints', `{\n  IdentityPoolId: '${ID}',\n  IdentityPoolName: 'harbour',\n  Extra: undefined\n}`],
    ['fences of Markdown', `\`\`\`json\n{ "IdentityPoolId": "${ID}", "IdentityPoolName": "harbour" }\n\`\`\`\n`],
  ])('is read: %s', async (_, text) => {
    const { described, snapshot } = await only(text)
    expect([described.poolId, snapshot.pool.name, snapshot.pool.developerProviderName]).toEqual([ID, 'harbour', null])
  })

  it('is refused where it is cut off', async () => {
    for (const text of [`{ IdentityPoolName: 'a', Providers: [Array] }`, `{ "IdentityPoolName": "harbour", "Roles": {`])
      expect(await readPools(text)).toMatchObject({ ok: false, problem: expect.stringContaining('looks like JSON') })
  })
})
