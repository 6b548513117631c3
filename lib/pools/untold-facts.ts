import type { Fact } from '../facts/facts.ts'
import { bySetting } from './each-setting.ts'
import { poolFields } from './pool-fields.ts'
import type { PoolSettings, SettingKey } from './pool-settings.ts'

/** Facts of a pool of which a source does not tell some settings: those say so, made of the value that stands for them. */
export function withUntold(
  facts: readonly Fact[],
  pool: PoolSettings,
  untold: readonly SettingKey[],
  say: (value: string) => string,
): Fact[] {
  const keys = new Set(
    bySetting(pool, (value, key) => (untold.includes(key) ? poolFields[key].facts(value, '') : []))
      .flat()
      .map(({ key }) => key),
  )
  return facts.map((fact) => (keys.has(fact.key) ? { ...fact, value: say(fact.value) } : fact))
}

/** The value that stands for a setting that a source does not tell; what has none, such as a name, is yet to be given. */
export const sayUntold = (value: string): string =>
  value === '' ? 'Not told: fill it in' : `${value}, since it is not told`
