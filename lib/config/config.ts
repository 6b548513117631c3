import 'server-only'
import { existsSync, readFileSync } from 'node:fs'
import { readConfig, type Config, type ConfigResult, type Variables } from './read-config.ts'

const shared = globalThis as typeof globalThis & { lifeguardConfig?: Config }

/** The configuration of this process, read once. Throws with one line per mistake. */
export function config(): Config {
  shared.lifeguardConfig ??= load()
  return shared.lifeguardConfig
}

function load() {
  const result = readConfigOf(processVariables())
  if (!result.ok) throw new Error(result.mistakes.join('\n'))
  return deepFreeze(result.config)
}

/** The configuration under other variables than this process has, with the file of the working directory. */
export const readConfigOf = (variables: Variables): ConfigResult =>
  readConfig(variables, (path) => (existsSync(path) ? readFileSync(path, 'utf8') : null), process.cwd())

/** The variables of this process, for the launcher to hand on to its children. */
export const processVariables = (): Variables => process.env

function deepFreeze<Value extends object>(value: Value): Value {
  for (const inner of Object.values(value)) if (typeof inner === 'object' && inner !== null) deepFreeze(inner)
  return Object.freeze(value)
}
