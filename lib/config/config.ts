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

/** Shorter ones, such as "test", are words that any text may hold. */
const SECRET_MIN = 16

let secrets: { of: Config; values: readonly string[] } | null = null

/** The secrets of the configuration, once it is read: what no message may hold, also as an address has them. */
export function configuredSecrets(): readonly string[] {
  const read = shared.lifeguardConfig
  if (!read) return []
  if (secrets?.of !== read) secrets = { of: read, values: secretsOf(read, processVariables()) }
  return secrets.values
}

function secretsOf(
  { connections, actionsKey, auditKey, commandToken, databaseUrl, metricsToken, webhook, oidc }: Config,
  variables: Variables,
): string[] {
  const keys = connections.flatMap(({ credentials }) => [credentials?.secretAccessKey, credentials?.sessionToken])
  const found = [
    ...keys,
    actionsKey,
    auditKey,
    metricsToken,
    commandToken,
    webhook?.secret,
    oidc?.clientSecret,
    variables.AWS_SECRET_ACCESS_KEY,
    variables.AWS_SESSION_TOKEN,
  ]
  const password = databaseUrl === null ? '' : new URL(databaseUrl).password
  const long = [...found, password].filter(
    (value) => value !== undefined && value !== null && value.length >= SECRET_MIN,
  )
  return [...new Set(long.flatMap((value) => (value ? [value, encodeURIComponent(value)] : [])))]
}

/** The variables of this process, for the launcher to hand on to its children. */
export const processVariables = (): Variables => process.env

function deepFreeze<Value extends object>(value: Value): Value {
  for (const inner of Object.values(value)) if (typeof inner === 'object' && inner !== null) deepFreeze(inner)
  return Object.freeze(value)
}
