import 'server-only'
import { regionOfId } from '../core/limits.ts'
import { fingerprint } from '../facts/fingerprint.ts'
import { eachSetting } from './each-setting.ts'
import { poolFields, serviceNames } from './pool-fields.ts'
import type { Pool } from './pool.ts'
import type { ServicePool } from './to-service-pool.ts'

/** The service's description as the console's pool, without secrets. */
export function toPool(description: ServicePool): Pool {
  const poolId = description.IdentityPoolId ?? ''
  const settings = eachSetting((key) => poolFields[key].from(description[serviceNames[key]]))
  return {
    ...settings,
    name: settings.name || poolId,
    poolId,
    fingerprint: fingerprint(description),
    region: regionOfId(poolId),
  }
}
