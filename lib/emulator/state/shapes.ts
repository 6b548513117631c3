import type { Parsed } from './shape.ts'

export const boolean = { type: 'boolean' } as const
export const accountId = { type: 'string', min: 1, max: 15, pattern: String.raw`\d+` } as const
export const arn = { type: 'string', min: 20, max: 2048 } as const
export const poolId = { type: 'string', min: 1, max: 55, pattern: String.raw`[\w-]+:[0-9a-f-]+` } as const
export const identityId = { ...poolId } as const
export const poolName = { type: 'string', min: 1, max: 128, pattern: String.raw`[\w\s+=,.@-]+` } as const
export const developerProviderName = { type: 'string', min: 1, max: 128, pattern: String.raw`[\w._-]+` } as const
export const developerUserIdentifier = { type: 'string', min: 1, max: 1024 } as const
export const providerName = { type: 'string', min: 1, max: 128 } as const
export const pageSize = { type: 'integer', min: 1, max: 60 } as const
export const pageToken = { type: 'string', min: 1, max: 65_535, pattern: String.raw`[\S]+` } as const
export const tokenDuration = { type: 'long', min: 1, max: 86_400 } as const

const providerId = { type: 'string', min: 1, max: 128, pattern: String.raw`[\w.;_/-]+` } as const
const token = { type: 'string', min: 1, max: 50_000, sensitive: true } as const
const tagKey = { type: 'string', min: 1, max: 128 } as const

export const supportedLoginProviders = { type: 'map', key: providerName, value: providerId, max: 10 } as const
export const arnList = { type: 'list', member: arn } as const
export const userPoolList = {
  type: 'list',
  member: {
    type: 'structure',
    required: {},
    optional: {
      ProviderName: { type: 'string', min: 1, max: 128, pattern: String.raw`[\w._:/-]+` },
      ClientId: { type: 'string', min: 1, max: 128, pattern: String.raw`[\w_]+` },
      ServerSideTokenCheck: boolean,
    },
  },
} as const
export const tags = { type: 'map', key: tagKey, value: { type: 'string', min: 0, max: 256 } } as const
export const tagKeys = { type: 'list', member: tagKey } as const
export const principalTags = {
  type: 'map',
  key: { type: 'string', min: 1, max: 128 },
  value: { type: 'string', min: 1, max: 256 },
  max: 50,
} as const
export const logins = { type: 'map', key: providerName, value: token, max: 10 } as const
export const loginNames = { type: 'list', member: providerName } as const
export const identityIds = { type: 'list', member: identityId, min: 1, max: 60 } as const
export const roles = {
  type: 'map',
  key: { type: 'string', min: 1, max: 128, pattern: '(un)?authenticated' },
  value: arn,
  max: 2,
} as const
const mappingRule = {
  type: 'structure',
  required: {
    Claim: { type: 'string', min: 1, max: 64, pattern: String.raw`[\p{L}\p{M}\p{S}\p{N}\p{P}]+` },
    MatchType: { type: 'string', values: ['Equals', 'Contains', 'StartsWith', 'NotEqual'] },
    Value: { type: 'string', min: 1, max: 128 },
    RoleARN: arn,
  },
  optional: {},
} as const
export const roleMappings = {
  type: 'map',
  key: providerName,
  value: {
    type: 'structure',
    required: { Type: { type: 'string', values: ['Token', 'Rules'] } },
    optional: {
      AmbiguousRoleResolution: { type: 'string', values: ['AuthenticatedRole', 'Deny'] },
      RulesConfiguration: {
        type: 'structure',
        required: { Rules: { type: 'list', member: mappingRule, min: 1, max: 400 } },
        optional: {},
      },
    },
  },
  max: 10,
} as const

export type UserPoolList = Parsed<typeof userPoolList>
export type RoleMappings = Parsed<typeof roleMappings>
