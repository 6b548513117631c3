import { bounds } from '../core/limits.ts'
import type { Fact } from '../facts/facts.ts'
import { loginLabel } from '../login-providers/login-label.ts'
import { loginProvider } from '../login-providers/login-provider.ts'
import { providerNames, type PoolProviders } from '../login-providers/provider-names.ts'

/** A login provider's attributes for access control: the service's fixed map, or tag key → claim. */
export type PrincipalTags = { provider: string; useDefaults: boolean; tags: Record<string, string> }

/** The same as read, with a fingerprint that a save names. */
export type ProviderTags = PrincipalTags & { fingerprint: string }

/**
 * The names under which a pool's providers have principal tags: a user pool's without its app client. Developer
 * providers have none, as their tags come with each call, and no call takes a name that is too long.
 */
export const taggedProviders = (pool: PoolProviders): string[] => tagsNames(pool).filter(isTaggable)

/** The providers of a pool that have no principal tags because their names are too long. */
export const untaggedProviders = (pool: PoolProviders): string[] => tagsNames(pool).filter((name) => !isTaggable(name))

const tagsNames = (pool: PoolProviders): string[] => [...new Set(providerNames(pool).map(({ tags }) => tags))]

const isTaggable = (name: string) => name.length <= bounds.loginProviderName.max

/**
 * The same and the providers that role mappings name: one that left the pool keeps its principal tags there, and
 * nothing else tells of it.
 */
export const everTagged = (pool: PoolProviders, mappings: readonly { provider: string }[]): string[] => [
  ...new Set([...taggedProviders(pool), ...mappings.map(({ provider }) => tagsName(provider)).filter(isTaggable)]),
]

function tagsName(key: string): string {
  const { kind, login } = loginProvider(key)
  return kind === 'user-pool' ? login : key
}

/** One provider's principal tags as facts; a provider without any has none. */
export function principalTagFacts({ provider, useDefaults, tags }: PrincipalTags): Fact[] {
  const label = `Principal tags of ${loginLabel(provider)}`
  if (useDefaults) return [{ key: `principal-tags ${provider}`, label, value: 'Default mapping' }]
  return Object.entries(tags).map(([key, claim]) => ({
    key: `principal-tag ${provider} ${key}`,
    label: `${label}, ${key}`,
    value: `Claim ${claim}`,
  }))
}
