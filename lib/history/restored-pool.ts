import type { StoredPool } from './stored-configuration.ts'
import { loginLabel } from '../login-providers/login-label.ts'
import type { Pool } from '../pools/pool.ts'
import { MASKED, withoutSecret } from '../login-providers/provider-secrets.ts'
import type { PoolChange } from '../pools/schema.ts'

export type RestoredPool = {
  /** What a save sends: only what differs, so that everything else stays byte for byte. */
  change: PoolChange
  /** The pool as it will be. */
  next: Pool
  /** What of the earlier configuration does not come back, and why. */
  kept: string[]
}

/** The providers of an earlier configuration whose secret is neither in the audit nor in the present pool. */
export const secretsToAsk = (stored: StoredPool, present: Pool): string[] =>
  Object.entries(stored.loginProviders)
    .filter(([name, value]) => value.endsWith(MASKED) && present.loginProviders[name] === undefined)
    .map(([name]) => name)

/**
 * How to bring a pool back to an earlier configuration. Secrets never come from the audit: the present one is kept, or
 * the one from `secrets` is used, by provider; a provider without either is left out. Tags are no part of it.
 */
export function restoredPool(
  stored: StoredPool,
  present: Pool,
  secrets: Readonly<Record<string, string>>,
): RestoredPool {
  const kept: string[] = []
  const sent: Record<string, string | null> = {}
  const shown: Record<string, string> = {}
  for (const [name, value] of Object.entries(stored.loginProviders)) {
    const now = present.loginProviders[name]
    const given = secrets[name]
    if (!value.endsWith(MASKED)) {
      sent[name] = value
      shown[name] = value
    } else if (now !== undefined) {
      sent[name] = null
      shown[name] = now
      if (now !== value) kept.push(`${loginLabel(name)} keeps its present value, since its secret was not recorded.`)
    } else if (given) {
      sent[name] = given
      shown[name] = withoutSecret(name, given)
    } else {
      kept.push(`${loginLabel(name)} stays out, since its secret was not recorded.`)
    }
  }
  const { developerProviderName } = present
  if (developerProviderName !== null && developerProviderName !== stored.developerProviderName)
    kept.push(`The developer provider name stays ${developerProviderName}: once set it cannot be changed.`)
  if (!same(sorted(stored.tags), sorted(present.tags))) kept.push('Tags stay as they are: they are changed under Tags.')

  const { name, allowUnauthenticated, classicFlow, userPools, oidcProviderArns, samlProviderArns } = stored
  const next = {
    ...present,
    name,
    allowUnauthenticated,
    classicFlow,
    userPools,
    oidcProviderArns,
    samlProviderArns,
    loginProviders: shown,
    developerProviderName: developerProviderName ?? stored.developerProviderName,
  }
  const change: PoolChange = {
    ...(name !== present.name && { name }),
    ...(allowUnauthenticated !== present.allowUnauthenticated && { allowUnauthenticated }),
    ...(classicFlow !== present.classicFlow && { classicFlow }),
    ...(!same(userPools, present.userPools) && { userPools }),
    ...(!same(oidcProviderArns, present.oidcProviderArns) && { oidcProviderArns }),
    ...(!same(samlProviderArns, present.samlProviderArns) && { samlProviderArns }),
    ...(!same(sorted(shown), sorted(present.loginProviders)) && { loginProviders: sent }),
    ...(next.developerProviderName !== null &&
      developerProviderName === null && { developerProviderName: next.developerProviderName }),
  }
  return { change, next, kept }
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
const sorted = (tags: Record<string, string>) => Object.entries(tags).toSorted(([a], [b]) => (a < b ? -1 : 1))
