import {
  allow,
  type Document,
  ownFolder,
  ownItems,
  policyOf,
  trustAnybodyOf,
  trustIf,
  trustOf,
  trustRegionOf,
} from './demo-policies.ts'

/** A role of the demonstration; it is made for the pool that names it. */
interface DemoRole {
  name: string
  description: string
  trust: (pool: string) => Document
  inline?: { [policy: string]: Document }
  /** Names of policies of AWS. */
  attached?: string[]
  /** Names of policies of the account. */
  own?: string[]
  /** The name of the policy of the account that is its permissions boundary. */
  boundary?: string
}

const DOCUMENTS = 'NorthwindDocuments'
const BOUNDARY = 'NorthwindBoundary'

const users = (pool: string) => trustOf(pool, 'authenticated')
const guests = (pool: string) => trustOf(pool, 'unauthenticated')

/** Policies of the account that roles of the demonstration share. */
export const demoPolicies = (account: string) => [
  {
    name: DOCUMENTS,
    description: 'The documents of the department that a session’s tag names.',
    document: policyOf(
      allow('s3:GetObject', 'arn:aws:s3:::northwind-documents/${aws:PrincipalTag/department}/*'),
      allow('s3:ListBucket', 'arn:aws:s3:::northwind-documents', {
        StringLike: { 's3:prefix': '${aws:PrincipalTag/department}/*' },
      }),
    ),
  },
  {
    name: BOUNDARY,
    description: 'The most that roles of Northwind may do.',
    document: policyOf(
      allow(['s3:*', 'dynamodb:*', 'lambda:*', 'logs:*', 'cloudwatch:*'], '*'),
      { Effect: 'Deny', Action: ['lambda:CreateFunction', 'lambda:UpdateFunctionCode'], Resource: '*' },
      allow('iam:ListRoles', `arn:aws:iam::${account}:role/*`),
    ),
  },
]

/** Good ones, careless ones, and dangerous ones: what there is in an account of some years. */
export const demoRoles = (account: string): DemoRole[] => [
  ...['us-east-1', 'eu-west-1'].flatMap((region) => mobileRoles(account, region)),
  {
    name: 'NorthwindUser',
    description: 'Whoever works at Northwind.',
    trust: users,
    own: [DOCUMENTS],
  },
  {
    name: 'NorthwindSupport',
    description: 'The support desk of Northwind.',
    trust: users,
    own: [DOCUMENTS],
    inline: {
      tickets: policyOf(
        allow(['dynamodb:Query', 'dynamodb:UpdateItem'], `arn:aws:dynamodb:us-east-1:${account}:table/tickets`),
      ),
    },
  },
  {
    name: 'NorthwindAdmin',
    description: 'The platform team of Northwind, within a boundary.',
    trust: users,
    attached: ['PowerUserAccess'],
    boundary: BOUNDARY,
  },
  {
    name: 'MemberPortalUser',
    description: 'Members of the portal, all of whom read and write one table.',
    trust: trustAnybodyOf,
    attached: ['AmazonS3ReadOnlyAccess'],
    inline: {
      members: policyOf(
        allow(
          ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:Scan', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
          `arn:aws:dynamodb:us-east-1:${account}:table/members`,
        ),
      ),
    },
  },
  {
    name: 'MemberPortalGuest',
    description: 'Visitors of the portal, of the time when there were any.',
    trust: guests,
    inline: { news: policyOf(allow('s3:GetObject', 'arn:aws:s3:::member-portal-public/*')) },
  },
  {
    name: 'FieldSurveyEveryone',
    description: 'Anybody who fills in a survey.',
    trust: () => trustIf({}, ['sts:AssumeRoleWithWebIdentity']),
    attached: ['AmazonS3FullAccess'],
    inline: {
      survey: policyOf(
        allow('dynamodb:*', '*'),
        allow(['lambda:InvokeFunction', 'lambda:CreateFunction', 'lambda:UpdateFunctionCode', 'iam:PassRole'], '*'),
        allow('secretsmanager:GetSecretValue', `arn:aws:secretsmanager:us-east-1:${account}:secret:survey/*`),
      ),
    },
  },
  {
    name: 'FieldSurveyEditor',
    description: 'Editors of surveys.',
    trust: trustRegionOf,
    inline: {
      surveys: policyOf(
        allow(
          ['s3:GetObject', 's3:PutObject', 's3:ListBucket'],
          ['arn:aws:s3:::field-surveys', 'arn:aws:s3:::field-surveys/*'],
        ),
        allow('iam:*', `arn:aws:iam::${account}:role/FieldSurvey*`),
      ),
    },
  },
  {
    name: 'PartnerReader',
    description: 'Partners, each of whom is to read what is theirs.',
    trust: users,
    inline: {
      orders: policyOf(
        allow(['dynamodb:Query', 'dynamodb:Scan'], `arn:aws:dynamodb:eu-west-1:${account}:table/partner-orders`, {
          'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['${cognito-identity.amazonaws.com:sub}'] },
        }),
      ),
    },
  },
]

function mobileRoles(account: string, region: string): DemoRole[] {
  const suffix = region === 'us-east-1' ? '' : 'EU'
  return [
    {
      name: `TrailheadMobile${suffix}User`,
      description: 'Whoever has signed in to the app: their own photos and tracks.',
      trust: users,
      inline: {
        photos: ownFolder(`trailhead-photos-${region}`),
        tracks: ownItems(`arn:aws:dynamodb:${region}:${account}:table/tracks`),
      },
    },
    {
      name: `TrailheadMobile${suffix}Guest`,
      description: 'Whoever has not signed in to the app: maps, and what the app measures.',
      trust: guests,
      inline: {
        maps: policyOf(
          allow('s3:GetObject', `arn:aws:s3:::trailhead-maps-${region}/public/*`),
          allow('mobiletargeting:PutEvents', `arn:aws:mobiletargeting:${region}:${account}:apps/trailhead/*`),
        ),
      },
    },
  ]
}
