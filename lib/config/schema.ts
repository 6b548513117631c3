import { z } from 'zod'
import { OPERATION_NAMES } from './operation-names.ts'
import { regionDoubt } from './region-doubt.ts'
import { rule, settings, unknownKey } from './rule.ts'
import { findingsSettings } from './findings-settings.ts'
import { wholeNumber } from './whole-number.ts'

const ROLES = ['viewer', 'support', 'admin'] as const
export const roleSchema = z.enum(ROLES, rule('viewer, support or admin', '"support"'))

const text = (must: string, example: string, pattern = /\S/) =>
  z.string(rule(must, example)).regex(pattern, rule(must, example))

/** The first segments of the console's own addresses, beside which a connection's id stands. */
export const PAGES = ['api', 'audit', 'erase', 'sessions', 'sign-in', 'your-access']

const REGION_RULE = rule('an AWS Region', '"us-east-1"')
export const regionSchema = z.string(REGION_RULE).superRefine((region, context) => {
  const doubt = regionDoubt(region)
  if (doubt !== null) context.addIssue({ code: 'custom', message: doubt })
})

export const isUrl = (value: string, protocols: RegExp) =>
  URL.canParse(value) && protocols.test(new URL(value).protocol)

const ENDPOINT_RULE = rule('an http or https URL', '"http://127.0.0.1:5000"')
export const endpointSchema = z.string(ENDPOINT_RULE).refine((value) => isUrl(value, /^https?:$/), ENDPOINT_RULE)

const ISSUER_RULE = rule('the https URL of an OpenID provider (http on this machine only)', '"https://id.example.com"')
const LOCAL = /^http:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?(\/|$)/
const isIssuer = (value: string) => isUrl(value, /^https:$/) || (isUrl(value, /^http:$/) && LOCAL.test(value))

const quotas = z
  .record(
    z.string(),
    z.number(rule('a number of calls a second', '10')).positive(rule('a number of calls a second above 0', '10')),
    rule('an object of operations and calls a second', '{ "ListIdentities": 5 }'),
  )
  .superRefine((value, context) => {
    for (const key of Object.keys(value).filter((name) => !OPERATION_NAMES.some((known) => known === name)))
      context.addIssue({ code: 'custom', message: unknownKey(key, OPERATION_NAMES, '{ "ListIdentities": 5 }') })
  })

const credentials = settings(
  {
    accessKeyId: text('an access key id', '"AKIAIOSFODNN7EXAMPLE"'),
    secretAccessKey: text('a secret access key', '"secret"'),
    sessionToken: text('a session token', '"token"').nullable().default(null),
  },
  '{ "accessKeyId": "test", "secretAccessKey": "test" }',
)

/** What a connection is marked with, beside its label: its badge and the head of every page. */
const COLORS = ['red', 'amber', 'green', 'blue', 'grey'] as const

const LIMIT = wholeNumber('a whole number of identities', '100', 0)
const limitsOfRole = settings({ deleteIdentities: LIMIT.optional() }, '{ "deleteIdentities": 100 }')
const limits = settings(
  { viewer: limitsOfRole.optional(), support: limitsOfRole.optional(), admin: limitsOfRole.optional() },
  '{ "support": { "deleteIdentities": 100 } }',
)

/** Which role of Lifeguard somebody has who has a value in the claim that tells it. */
const rolesByValue = z.record(
  z.string(),
  roleSchema,
  rule('an object of values and roles', '{ "helpdesk": "support" }'),
)

const SEED = '"demo" or a number of identities'
const emulator = settings(
  {
    seed: z
      .union([z.literal('demo'), z.int().min(0)], rule(SEED, '"demo"'))
      .default('demo')
      .transform(String),
  },
  '{ "seed": "demo" }',
)

export const connectionSchema = settings(
  {
    id: text('lower-case letters, digits and hyphens', '"prod"', /^[a-z0-9]+(-[a-z0-9]+)*$/).refine(
      (id) => !PAGES.includes(id),
      {
        error: ({ input }) =>
          `must not be the name of a page, which ${PAGES.join(', ')} are, for example "${String(input)}-1"`,
      },
    ),
    name: text('a name to show', '"Production"').nullable().default(null),
    label: text('a short label of at most 20 characters', '"PROD"', /^\S(.{0,18}\S)?$/)
      .nullable()
      .default(null),
    color: z
      .enum(COLORS, rule(`one of ${COLORS.join(', ')}`, '"red"'))
      .nullable()
      .default(null),
    regions: z
      .array(regionSchema, rule('a list of AWS Regions', '["us-east-1"]'))
      .min(1, rule('a list of at least one AWS Region', '["us-east-1"]'))
      .refine((list) => new Set(list).size === list.length, rule('a list without duplicates', '["us-east-1"]')),
    emulator: emulator.nullable().default(null),
    endpoint: endpointSchema.nullable().default(null),
    credentials: credentials.nullable().default(null),
    profile: text('the name of an AWS profile', '"prod"').nullable().default(null),
    roleArn: text(
      'the ARN of a role',
      '"arn:aws:iam::111122223333:role/lifeguard"',
      /^arn:aws[a-z-]*:iam::\d{12}:role\/\S+$/,
    )
      .nullable()
      .default(null),
    accountId: text('an AWS account id of 12 digits, as text', '"111122223333"', /^\d{12}$/)
      .nullable()
      .default(null),
    readOnly: z.boolean(rule('true or false', 'true')).default(false),
    roles: z
      .array(roleSchema, rule('a list of roles', '["support", "admin"]'))
      .min(1, rule('a list of at least one role', '["support", "admin"]'))
      .default([...ROLES]),
    access: rolesByValue.nullable().default(null),
    limits: limits.prefault({}),
    quotas: quotas.default({}),
  },
  '{ "id": "prod", "regions": ["us-east-1"] }',
)
  .superRefine((connection, context) => {
    for (const [first, second] of CONFLICTS)
      if (connection[first] !== null && connection[second] !== null)
        context.addIssue({
          code: 'custom',
          path: [second],
          message: `cannot be combined with "${first}": keep one of them, for example "${first}" alone`,
        })
  })
  .transform((connection) => ({
    ...connection,
    name: connection.name ?? connection.id,
    kind: kindOf(connection),
  }))

/**
 * One set of credentials and Regions. For the kind `emulator` the endpoint is filled in at run time with the address
 * of the child process, and is null before that. Without `profile` and `credentials` the kind `aws` uses the SDK's
 * default chain, and the two other kinds use dummy credentials.
 */
export type Connection = z.infer<typeof connectionSchema>

const CONFLICTS = [
  ['emulator', 'endpoint'],
  ['emulator', 'profile'],
  ['emulator', 'roleArn'],
  ['emulator', 'credentials'],
  ['credentials', 'profile'],
] as const

function kindOf({ emulator, endpoint }: { emulator: object | null; endpoint: string | null }) {
  if (emulator !== null) return 'emulator' as const
  return endpoint === null ? ('aws' as const) : ('endpoint' as const)
}

const PROXIES_RULE = rule('a list of IP addresses and ranges', '["10.0.0.0/8"]')
const trustedProxies = z
  .array(
    z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], rule('an IP address or a range', '"10.0.0.0/8"')),
    PROXIES_RULE,
  )
  .default([])
const STREAM = '{ "file": "/var/log/lifeguard/audit.jsonl" }'

/** What `lifeguard.config.json` may hold. */
export const fileSchema = settings(
  {
    connections: z
      .array(connectionSchema, rule('a list of connections', '[{ "id": "prod", "regions": ["us-east-1"] }]'))
      .min(1, rule('a list of at least one connection', '[{ "id": "prod", "regions": ["us-east-1"] }]'))
      .superRefine((list, context) => {
        const ids = list.map(({ id }) => id)
        for (const [index, id] of ids.entries())
          if (ids.indexOf(id) !== index)
            context.addIssue({
              code: 'custom',
              path: [index, 'id'],
              message: `must be unique, for example "${id}-${index + 1}"`,
            })
      }),
    jobs: settings(
      {
        maxIdentities: wholeNumber('a whole number above 0', '1000000', 1).default(1_000_000),
        retentionDays: wholeNumber('a whole number of days above 0', '30', 1).default(30),
        approvalAbove: wholeNumber('a whole number of identities', '10000', 0).nullable().default(null),
      },
      '{ "maxIdentities": 1000000 }',
    ).prefault({}),
    audit: settings(
      {
        retentionDays: wholeNumber('a whole number of days above 0', '365', 1).default(365),
        requireReason: z.boolean(rule('true or false', 'true')).default(false),
        erase: z.boolean(rule('true or false', 'true')).default(false),
        stream: z
          .union(
            [z.literal('stdout'), settings({ file: text('a path', '"/var/log/lifeguard/audit.jsonl"') }, STREAM)],
            rule(`"stdout" or a file`, STREAM),
          )
          .nullable()
          .default(null),
        looks: z.boolean(rule('true or false', 'true')).default(false),
        anchorEvery: wholeNumber('a whole number of entries above 0', '1000', 1).default(1_000),
      },
      '{ "retentionDays": 365 }',
    ).prefault({}),
    findings: findingsSettings,
    webhook: settings(
      {
        url: endpointSchema,
        secret: text('a secret of at least 16 characters', '"the output of: openssl rand -base64 32"', /^\S{16,}$/),
      },
      '{ "url": "https://example.com/lifeguard", "secret": "the output of: openssl rand -base64 32" }',
    )
      .nullable()
      .default(null),
    trustedProxies,
    sessions: settings(
      {
        idleMinutes: wholeNumber('a whole number of minutes above 0', '30', 1).default(30),
        absoluteHours: wholeNumber('a whole number of hours above 0', '12', 1).default(12),
        freshMinutes: wholeNumber('a whole number of minutes above 0', '10', 1).default(10),
      },
      '{ "idleMinutes": 30 }',
    ).prefault({}),
    oidc: settings(
      {
        issuer: z.string(ISSUER_RULE).refine(isIssuer, ISSUER_RULE),
        clientId: text('the client id that the provider gave', '"lifeguard"'),
        name: text('a name to show', '"Example Ltd"').default('your organisation'),
        scopes: z
          .array(text('a scope', '"openid"', /^[^\s"\\]+$/), rule('a list of scopes', '["openid", "profile"]'))
          .refine((list) => list.includes('openid'), rule('a list with "openid" in it', '["openid", "profile"]'))
          .default(['openid', 'profile', 'email']),
        roleClaim: text('the name of a claim', '"groups"').default('groups'),
        nameClaim: text('the name of a claim', '"name"').default('name'),
        roles: rolesByValue.default({}),
      },
      '{ "issuer": "https://id.example.com", "clientId": "lifeguard", "roles": { "cognito-admins": "admin" } }',
    )
      .nullable()
      .default(null),
  },
  '{ "connections": [{ "id": "prod", "regions": ["us-east-1"] }] }',
)
