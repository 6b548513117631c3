import type { Fact } from '../configuration/facts.ts'
import { loginLabel } from '../identities/login-label.ts'

/** A login provider's attributes for access control: the service's fixed map, or tag key → claim. */
export type PrincipalTags = { provider: string; useDefaults: boolean; tags: Record<string, string> }

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
