import 'server-only'
import type { IdentityPool } from '@aws-sdk/client-cognito-identity'
import { regionOfId } from '../core/limits.ts'
import { fingerprint } from '../facts/fingerprint.ts'
import { eachSetting } from './each-setting.ts'
import { poolFields } from './pool-fields.ts'
import type { Pool } from './pool.ts'
import { toServiceName } from './to-service-name.ts'

/** The service's description as the console's pool, without secrets. */
export function toPool(description: IdentityPool): Pool {
  const poolId = description.IdentityPoolId ?? ''
  const settings = eachSetting((key) => poolFields[key].from(description[toServiceName[key]]))
  return {
    ...settings,
    name: settings.name || poolId,
    poolId,
    fingerprint: fingerprint(description),
    region: regionOfId(poolId),
  }
}
