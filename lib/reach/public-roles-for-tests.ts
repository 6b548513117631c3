import type { FaultCode } from './reach-fault.ts'

/** A role of the kind that is found in public, for guests or for users, and the faults it has. */
export type PublicRole = {
  name: string
  of: 'guests' | 'users'
  statements: object[]
  boundary?: object[]
  basic?: true
  faults: FaultCode[]
}

const SUB = '${cognito-identity.amazonaws.com:sub}'
const TABLE = 'arn:aws:dynamodb:us-east-1:123456789012:table/Scores'
const allow = (action: string | string[], resource: string | string[] = '*', condition?: object) => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
  ...(condition && { Condition: condition }),
})
const deny = (action: string | string[], resource = '*', condition?: object) => ({
  ...allow(action, resource, condition),
  Effect: 'Deny',
})
const items = ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem']
const leading = { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': [SUB] } }

export const publicRoles: PublicRole[] = [
  {
    name: 'the console’s own guest role',
    of: 'guests',
    statements: [allow(['mobileanalytics:PutEvents', 'cognito-sync:*'], '*')],
    faults: ['guest-writes'],
  },
  { name: 'events of a web app alone', of: 'guests', statements: [allow('rum:PutRumEvents')], faults: [] },
  {
    name: 'public pictures read by guests',
    of: 'guests',
    statements: [allow('s3:GetObject', 'arn:aws:s3:::assets/public/*')],
    faults: [],
  },
  {
    name: 'uploads of guests',
    of: 'guests',
    statements: [allow(['s3:GetObject', 's3:PutObject'], 'arn:aws:s3:::uploads/*')],
    faults: ['guest-writes'],
  },
  {
    name: 'uploads of guests to their own folder',
    of: 'guests',
    statements: [allow(['s3:GetObject', 's3:PutObject'], `arn:aws:s3:::uploads/${SUB}/*`)],
    faults: [],
  },
  { name: 's3:* for guests', of: 'guests', statements: [allow('s3:*')], faults: ['guest-powers', 'guest-writes'] },
  {
    name: 'everything for guests, under the ceiling',
    of: 'guests',
    statements: [allow('*')],
    faults: ['guest-powers', 'guest-writes', 'ways-up'],
  },
  {
    name: 'everything for guests, by the basic flow',
    of: 'guests',
    basic: true,
    statements: [allow('*')],
    faults: ['guest-powers', 'guest-writes', 'basic-only', 'ways-up'],
  },
  {
    name: 'machines read by guests of the basic flow',
    of: 'guests',
    basic: true,
    statements: [allow('ec2:Describe*')],
    faults: ['basic-only'],
  },
  {
    name: 'machines read by guests of the enhanced flow',
    of: 'guests',
    statements: [allow('ec2:Describe*')],
    faults: [],
  },
  {
    name: 'a map for guests',
    of: 'guests',
    statements: [allow(['geo:GetMap*', 'geo:SearchPlaceIndex*'], 'arn:aws:geo:us-east-1:123456789012:map/m')],
    faults: [],
  },
  {
    name: 'a function that guests call',
    of: 'guests',
    statements: [allow('lambda:InvokeFunction', 'arn:aws:lambda:us-east-1:123456789012:function:hello')],
    faults: ['guest-writes'],
  },
  {
    name: 'a key that guests decrypt with',
    of: 'guests',
    statements: [allow('kms:Decrypt', 'arn:aws:kms:us-east-1:123456789012:key/0')],
    faults: ['guest-powers'],
  },
  {
    name: 'secrets by the basic flow',
    of: 'guests',
    basic: true,
    statements: [allow('secretsmanager:GetSecretValue')],
    faults: ['guest-powers', 'basic-only'],
  },
  {
    name: 'secrets that a boundary holds back',
    of: 'guests',
    basic: true,
    statements: [allow('secretsmanager:GetSecretValue')],
    boundary: [allow('s3:GetObject')],
    faults: [],
  },
  {
    name: 'one folder each in S3',
    of: 'users',
    statements: [
      allow(['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], `arn:aws:s3:::photos/${SUB}/*`),
      allow('s3:ListBucket', 'arn:aws:s3:::photos', { StringLike: { 's3:prefix': [`${SUB}/*`] } }),
    ],
    faults: [],
  },
  {
    name: 'all folders in S3',
    of: 'users',
    statements: [allow(['s3:GetObject', 's3:PutObject'], 'arn:aws:s3:::photos/*')],
    faults: ['no-isolation'],
  },
  { name: 's3:* for users', of: 'users', statements: [allow('s3:*')], faults: ['no-isolation'] },
  {
    name: 'folders by a tag',
    of: 'users',
    statements: [allow('s3:GetObject', 'arn:aws:s3:::photos/${aws:PrincipalTag/department}/*')],
    faults: [],
  },
  {
    name: 'Amplify’s three prefixes',
    of: 'users',
    statements: [
      allow(
        ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
        ['public', `protected/${SUB}`, `private/${SUB}`].map((prefix) => `arn:aws:s3:::app/${prefix}/*`),
      ),
      allow('s3:GetObject', 'arn:aws:s3:::app/protected/*'),
    ],
    faults: ['no-isolation'],
  },
  {
    name: 'a shared prefix beside one of one’s own',
    of: 'users',
    statements: [allow('s3:GetObject', ['arn:aws:s3:::app/public/*', `arn:aws:s3:::app/private/${SUB}/*`])],
    faults: [],
  },
  {
    name: 'one’s own prefix beside the whole bucket',
    of: 'users',
    statements: [allow('s3:GetObject', ['arn:aws:s3:::app/*', `arn:aws:s3:::app/private/${SUB}/*`])],
    faults: ['no-isolation'],
  },
  { name: 'items by their leading key', of: 'users', statements: [allow(items, TABLE, leading)], faults: [] },
  {
    name: 'items by their leading key, and Scan',
    of: 'users',
    statements: [allow([...items, 'dynamodb:Scan'], TABLE, leading)],
    faults: ['absent-key'],
  },
  {
    name: 'items by their leading key, which Null asks for',
    of: 'users',
    statements: [allow([...items, 'dynamodb:Scan'], TABLE, { ...leading, Null: { 'dynamodb:LeadingKeys': 'false' } })],
    faults: [],
  },
  { name: 'every item', of: 'users', statements: [allow(items, TABLE)], faults: ['no-isolation'] },
  {
    name: 'PowerUserAccess',
    of: 'users',
    statements: [
      { Effect: 'Allow', NotAction: ['iam:*', 'organizations:*', 'account:*'], Resource: '*' },
      allow(['iam:ListRoles', 'organizations:DescribeOrganization']),
    ],
    faults: ['no-isolation', 'ways-up'],
  },
  {
    name: 'code of a function',
    of: 'users',
    statements: [allow('lambda:UpdateFunctionCode', 'arn:aws:lambda:us-east-1:123456789012:function:hello')],
    faults: ['ways-up'],
  },
  {
    name: 'a role passed to a machine',
    of: 'users',
    statements: [allow(['ec2:RunInstances', 'iam:PassRole'])],
    faults: ['ways-up'],
  },
  {
    name: 'sign-in as any user',
    of: 'users',
    statements: [allow('cognito-identity:GetOpenIdTokenForDeveloperIdentity')],
    faults: ['ways-up'],
  },
  {
    name: 'every topic of IoT',
    of: 'users',
    statements: [allow(['iot:Connect', 'iot:Publish', 'iot:Subscribe', 'iot:Receive'])],
    faults: ['no-isolation'],
  },
  {
    name: 'topics of one’s own',
    of: 'users',
    statements: [
      allow('iot:Connect', `arn:aws:iot:us-east-1:123456789012:client/${SUB}`),
      allow('iot:Publish', `arn:aws:iot:us-east-1:123456789012:topic/${SUB}/*`),
    ],
    faults: [],
  },
  {
    name: 's3:* that a denial holds to one’s own',
    of: 'users',
    statements: [
      allow('s3:GetObject', 'arn:aws:s3:::photos/*'),
      { Effect: 'Deny', Action: 's3:*', NotResource: `arn:aws:s3:::photos/${SUB}/*` },
    ],
    faults: [],
  },
  {
    name: 'strong actions that a denial takes back',
    of: 'users',
    statements: [allow('iam:PassRole'), allow('ec2:RunInstances'), deny('iam:*')],
    faults: [],
  },
  { name: 'GraphQL', of: 'users', statements: [allow('appsync:GraphQL')], faults: ['no-isolation'] },
]
