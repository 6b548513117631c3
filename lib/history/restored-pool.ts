import type { StoredPool } from './stored-pool.ts'
import { loginLabel } from '../login-providers/login-label.ts'
import type { Pool } from '../pools/pool.ts'
import { MASKED, withoutSecret } from '../login-providers/provider-secrets.ts'
import { eachSetting, settingKeys } from '../pools/each-setting.ts'
import { poolFields } from '../pools/pool-fields.ts'
import type { PoolSettings, SettingKey } from '../pools/pool-settings.ts'
import type { PoolChange } from '../pools/schema.ts'
import { settingsChange } from '../pools/settings-change.ts'

export type RestoredPool = {
  /** What a save sends: only what differs, so that everything else stays byte for byte. */
  change: PoolChange
  /** The pool as it will be. */
  next: Pool
  /** What of the earlier configuration does not come back, and why. */
  kept: string[]
}

/** The providers of an earlier configuration whose secret is neither in the audit nor in the present pool. */
export const secretsToAsk = ({ loginProviders = {} }: StoredPool, present: Pool): string[] =>
  Object.entries(loginProviders)
    .filter(([name, value]) => value.endsWith(MASKED) && present.loginProviders[name] === undefined)
    .map(([name]) => name)

/**
 * How to bring a pool back to an earlier configuration. What the entry does not tell stays as it is. Secrets never come
 * from the audit: the present one is kept, or the one from `secrets` is used, by provider; a provider without either is
 * left out.
 */
export function restoredPool(
  stored: StoredPool,
  present: Pool,
  secrets: Readonly<Record<string, string>>,
): RestoredPool {
  const whole = { ...present, ...stored }
  const logins = restoredLogins(whole.loginProviders, present.loginProviders, secrets)
  const earlier = { ...whole, loginProviders: logins.shown }
  const reasons = new Map(settingKeys.map((key) => [key, whyItStays(key, present, earlier)]))
  const settings = eachSetting((key) => (reasons.get(key) ? present[key] : earlier[key]))
  return {
    change: settingsChange(present, settings, logins.sent),
    next: { ...present, ...settings },
    kept: [...logins.kept, ...[...reasons.values()].filter((reason) => reason !== null)],
  }
}

const whyItStays = <K extends SettingKey>(key: K, present: PoolSettings, earlier: PoolSettings): string | null => {
  const { same, stays } = poolFields[key]
  return same(present[key], earlier[key]) ? null : stays(present[key])
}

/** Login providers as they are sent, null for a value that stays, and as they are shown. */
function restoredLogins(
  stored: Record<string, string>,
  present: Record<string, string>,
  secrets: Readonly<Record<string, string>>,
) {
  const kept: string[] = []
  const sent: Record<string, string | null> = {}
  const shown: Record<string, string> = {}
  for (const [name, value] of Object.entries(stored)) {
    const now = present[name]
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
  return { kept, sent, shown }
}
