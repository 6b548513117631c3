import 'server-only'
import { guardTags, secretFact } from '../drift/secret-fact.ts'
import type { Fact } from '../facts/facts.ts'
import { loginLabel } from '../login-providers/login-label.ts'
import { secretOf } from '../login-providers/provider-secrets.ts'
import { poolFacts } from './pool-facts.ts'
import { tagFacts } from './pool-tags.ts'
import { toPool } from './to-pool.ts'
import type { ServicePool } from './to-service-pool.ts'

/** What is kept of a pool's settings, tags apart: secrets only so far that another one is told from it. */
export function seenSettings(description: ServicePool): Fact[] {
  const { tags: _, ...settings } = toPool(description)
  const secrets = Object.entries(description.SupportedLoginProviders ?? {}).flatMap(([provider, value]) => {
    const secret = secretOf(provider, value)
    return secret === '' ? [] : [secretFact(provider, `Secret of ${loginLabel(provider)}`, secret)]
  })
  return [...poolFacts(settings), ...secrets]
}

/** The same of its tags. */
export const seenTags = (tags: Record<string, string>): Fact[] => guardTags(tags, tagFacts(tags))
