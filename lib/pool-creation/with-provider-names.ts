import type { Snapshot } from '../code/snapshot.ts'
import { asProviderName, asUserPoolName } from '../login-providers/user-pool-name.ts'

/** A pool in which every user pool goes by its provider name, and a sentence for each name that was another. */
export function withProviderNames({ pool, roles, principalTags }: Snapshot): { snapshot: Snapshot; renamed: string[] } {
  const renamed = new Set<string>()
  const by = (read: (name: string) => string, given: string, all: readonly { provider: string }[] = []): string => {
    const name = read(given)
    if (name === given || all.some(({ provider }) => provider === name)) return given
    renamed.add(`${given} becomes ${name}: tokens know a user pool by its provider name.`)
    return name
  }
  const named = <T extends { provider: string }>(all: T[]): T[] =>
    all.map((one) => ({ ...one, provider: by(asProviderName, one.provider, all) }))
  const userPools = pool.userPools.map((one) => ({ ...one, providerName: by(asUserPoolName, one.providerName) }))
  const snapshot = {
    pool: { ...pool, userPools },
    roles: { ...roles, mappings: named(roles.mappings) },
    principalTags: named(principalTags),
  }
  return { snapshot, renamed: [...renamed] }
}
