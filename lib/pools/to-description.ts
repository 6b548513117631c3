import 'server-only'
import type { CreateIdentityPoolInput, IdentityPool } from '@aws-sdk/client-cognito-identity'
import { bySetting, namedSettings } from './each-setting.ts'
import { poolFields, serviceNames } from './pool-fields.ts'
import type { NewPool, PoolChange } from './schema.ts'

/** The whole description with the operator's change in it; what the change does not name stays as it is. */
export function toDescription(present: IdentityPool, { loginProviders, ...change }: PoolChange): IdentityPool {
  const next = {
    ...change,
    ...(loginProviders && { loginProviders: withKeptSecrets(loginProviders, present.SupportedLoginProviders) }),
  }
  const members = bySetting(next, (value, key) => [serviceNames[key], poolFields[key].to(value)] as const)
  return { ...present, ...Object.fromEntries(members) }
}

/** A new pool as the service takes it; what it does not have is left out. */
export function toNewDescription(pool: NewPool): CreateIdentityPoolInput {
  const { name, allowUnauthenticated } = pool
  return {
    IdentityPoolName: name,
    AllowUnauthenticatedIdentities: allowUnauthenticated,
    ...namedSettings(pool, (value, key) => [serviceNames[key], poolFields[key].to(value)]),
  }
}

/** A null value keeps the provider's present one, which the browser never had. */
function withKeptSecrets(next: Record<string, string | null>, present: Record<string, string> = {}) {
  const entries = Object.entries(next).map(([name, value]) => [name, value ?? present[name] ?? ''] as const)
  return Object.fromEntries(entries.filter(([, value]) => value !== ''))
}
