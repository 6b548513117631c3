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

/** The same by name, without what says nothing: no text, no entries, nothing at all. */
export const namedSettings = <T>(
  settings: Partial<PoolSettings>,
  make: <K extends SettingKey>(value: PoolSettings[K], key: K) => readonly [name: string, value: T],
): Record<string, T> => Object.fromEntries(bySetting(settings, make).filter(([, value]) => !isEmpty(value)))

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === '' || (typeof value === 'object' && Object.keys(value ?? {}).length === 0)

/** A pool that lets in nobody: what a new one is before anything is chosen. */
export const closedSettings: PoolSettings = {
  ...eachSetting((key) => poolFields[key].from(undefined)),
  classicFlow: 'off',
}
