import { namedSettings } from '../pools/each-setting.ts'
import type { PoolSettings, SettingKey } from '../pools/pool-settings.ts'

/** A format's name of each setting, and what it writes for a value; undefined where it writes nothing. */
export type SettingProperties<T> = {
  readonly [K in SettingKey]: readonly [name: string, write: (value: PoolSettings[K]) => T]
}

/** A pool's settings as a format has them, without those that say nothing. */
export const propertiesOf = <T>(pool: PoolSettings, properties: SettingProperties<T>): Record<string, T> =>
  namedSettings(pool, (value, key) => {
    const [name, write] = properties[key]
    return [name, write(value)]
  })
