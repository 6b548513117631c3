import type { Fact } from '../facts/facts.ts'
import { bySetting } from './each-setting.ts'
import { poolFields } from './pool-fields.ts'
import type { PoolSettings } from './pool-settings.ts'

/** A pool's configuration as facts, or what is known of it: what a diff, a comparison and the history are made of. */
export const poolFacts = (pool: Partial<PoolSettings>): Fact[] =>
  bySetting(pool, (value, key) => poolFields[key].facts(value, poolFields[key].label)).flat()
