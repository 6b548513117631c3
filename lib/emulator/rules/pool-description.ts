import { invalidParameter } from '../state/errors.ts'
import type { Pool } from '../state/pools.ts'
import type { Parsed } from '../state/shape.ts'
import {
  arnList,
  boolean,
  developerProviderName,
  poolName,
  supportedLoginProviders,
  tags,
  userPoolList,
} from '../state/shapes.ts'

/** What `CreateIdentityPool` and `UpdateIdentityPool` take alike. */
export const poolMembers = {
  required: { IdentityPoolName: poolName, AllowUnauthenticatedIdentities: boolean },
  optional: {
    AllowClassicFlow: boolean,
    SupportedLoginProviders: supportedLoginProviders,
    DeveloperProviderName: developerProviderName,
    OpenIdConnectProviderARNs: arnList,
    CognitoIdentityProviders: userPoolList,
    SamlProviderARNs: arnList,
    IdentityPoolTags: tags,
  },
} as const

type PoolInput = Parsed<{
  type: 'structure'
  required: typeof poolMembers.required
  optional: typeof poolMembers.optional
}>

const MOST_TAGS = 50
const MOST_USER_POOLS = 50

/** What the input says of a pool, with everything that it leaves out unset. */
export function fromInput(input: PoolInput) {
  if ((input.CognitoIdentityProviders?.length ?? 0) > MOST_USER_POOLS) {
    throw invalidParameter(`An identity pool can have at most ${MOST_USER_POOLS} user pool providers.`)
  }
  return {
    name: input.IdentityPoolName,
    allowGuests: input.AllowUnauthenticatedIdentities,
    classicFlow: input.AllowClassicFlow ?? null,
    loginProviders: input.SupportedLoginProviders ?? null,
    oidcArns: input.OpenIdConnectProviderARNs ?? null,
    userPools: input.CognitoIdentityProviders ?? null,
    samlArns: input.SamlProviderARNs ?? null,
  }
}

/** Throws InvalidParameterException. */
export function checkTags(all: { [key: string]: string }) {
  const keys = Object.keys(all)
  if (keys.length > MOST_TAGS) throw invalidParameter(`A resource can have at most ${MOST_TAGS} tags.`)
  const reserved = keys.find((key) => key.toLowerCase().startsWith('aws:'))
  if (reserved) throw invalidParameter(`Tag keys beginning with "aws:" are reserved: ${reserved}`)
}

/** The service's `IdentityPool`. */
export function describePool(pool: Pool) {
  return {
    IdentityPoolId: pool.id,
    IdentityPoolName: pool.name,
    AllowUnauthenticatedIdentities: pool.allowGuests,
    AllowClassicFlow: pool.classicFlow ?? undefined,
    SupportedLoginProviders: pool.loginProviders ?? undefined,
    DeveloperProviderName: pool.developerProvider ?? undefined,
    OpenIdConnectProviderARNs: pool.oidcArns ?? undefined,
    CognitoIdentityProviders: pool.userPools ?? undefined,
    SamlProviderARNs: pool.samlArns ?? undefined,
    IdentityPoolTags: pool.tags,
  }
}
