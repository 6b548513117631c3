import { settingKeys } from './each-setting.ts'
import { poolFields } from './pool-fields.ts'
import type { PoolSettings, SettingKey } from './pool-settings.ts'
import type { PoolChange } from './schema.ts'

/**
 * What makes the present pool the next one, as its update takes it. Login providers go as `providers` says, null for a
 * value that stays. Tags are no part of it, and a developer provider name is never taken away.
 */
export function settingsChange(
  present: PoolSettings,
  next: PoolSettings,
  providers: Record<string, string | null>,
): PoolChange {
  const { tags: _, loginProviders, developerProviderName, ...change } = changedSettings(present, next)
  return {
    ...change,
    ...(loginProviders && { loginProviders: providers }),
    ...(developerProviderName && { developerProviderName }),
  }
}

function changedSettings(present: PoolSettings, next: PoolSettings): Partial<PoolSettings> {
  const changed: Partial<PoolSettings> = {}
  const note = <K extends SettingKey>(key: K) => {
    if (!poolFields[key].same(present[key], next[key])) changed[key] = next[key]
  }
  for (const key of settingKeys) note(key)
  return changed
}
