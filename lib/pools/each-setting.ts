import { poolFields } from './pool-fields.ts'
import type { PoolSettings, SettingKey } from './pool-settings.ts'

export const settingKeys = Object.keys(poolFields) as SettingKey[]

/** The settings, each made by its key. */
export const eachSetting = (make: <K extends SettingKey>(key: K) => PoolSettings[K]): PoolSettings =>
  Object.fromEntries(settingKeys.map((key) => [key, make(key)])) as PoolSettings

/** What is made of each of the settings that are there, in their order. */
export function bySetting<T>(
  settings: Partial<PoolSettings>,
  make: <K extends SettingKey>(value: PoolSettings[K], key: K) => T,
): T[] {
  const made = <K extends SettingKey>(key: K): T[] => {
    const value = settings[key]
    return value === undefined ? [] : [make(value, key)]
  }
  return settingKeys.flatMap(made)
}

/** The same by other names, without what says nothing: no text, no entries, nothing at all. */
export const namedSettings = <T>(
  settings: PoolSettings,
  names: Record<SettingKey, string>,
  make: <K extends SettingKey>(value: PoolSettings[K], key: K) => T,
): Record<string, T> =>
  Object.fromEntries(
    bySetting(settings, (value, key) => [names[key], make(value, key)] as const).filter(([, value]) => !isEmpty(value)),
  )

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === '' || (typeof value === 'object' && Object.keys(value ?? {}).length === 0)
