import 'server-only'
import { resolve } from 'node:path'
import type { z } from 'zod'
import { environmentSchema, type Environment } from './environment.ts'
import { nameMistakes } from './name-mistakes.ts'
import { unknownKey } from './rule.ts'
import { fileSchema, type Connection } from './schema.ts'
import { withSecretFiles } from './secret-files.ts'

/** Variables by name; an empty one counts as not set. */
export type Variables = Readonly<Record<string, string | undefined>>

/** The text of a file, null when there is none; throws when it cannot be read. */
export type FileReader = (path: string) => string | null

type FileSettings = z.infer<typeof fileSchema>

/** Everything that can be configured. Paths are absolute; `port` is 0 when any free one will do. */
export type Config = {
  connections: Connection[]
  host: string
  port: number
  /** Where people open the console: an origin, without a trailing slash. */
  url: string
  dataDir: string
  /** A PostgreSQL URL, or null for the embedded store in the data directory. */
  databaseUrl: string | null
  /** Of whoever signs in with a link of this machine. */
  localRole: NonNullable<Environment['LIFEGUARD_LOCAL_ROLE']>
  logLevel: Environment['LOG_LEVEL']
  audit: FileSettings['audit']
  jobs: FileSettings['jobs']
  /** Where what happens is told to another program, signed with the secret; null for nowhere. */
  findings: FileSettings['findings']
  webhook: FileSettings['webhook']
  sessions: FileSettings['sessions']
  /** Where people sign in; null where they sign in with a link of this machine alone. */
  oidc: (NonNullable<FileSettings['oidc']> & { clientSecret: string | null }) | null
  /** Addresses and ranges of the proxies whose `X-Forwarded-For` is believed. */
  trustedProxies: FileSettings['trustedProxies']
  /** What the command line shows in the place of a user of this machine, or null. */
  commandToken: string | null
  /** Where IAM is read for every connection; null for the real one, and for the embedded emulator its own. */
  iamEndpoint: string | null
  /** Of Amazon Cognito user pools. */
  userPoolsEndpoint: string | null
  /** Where STS is for every connection; null for the real one, and for the embedded emulator its own. */
  stsEndpoint: string | null
  /** Base64 of an AES key, or null to keep one in the data directory. */
  actionsKey: string | null
  /** What whoever reads the metrics must bring; null where nobody may. */
  metricsToken: string | null
  /** What signs ends of the audit log, PKCS #8 in base64, or null to keep one in the data directory. */
  auditKey: string | null
  /** Whether this is `npm run dev`. */
  isDevelopment: boolean
  /** The process id of the launcher that started this process, or null. */
  launcher: number | null
}

export type ConfigResult = { ok: true; config: Config } | { ok: false; mistakes: string[] }

/** Reads and checks all configuration without touching anything but the one file and those of secrets. */
export function readConfig(variables: Variables, readFile: FileReader, directory: string): ConfigResult {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''))
  const { variables: given, mistakes: ofFiles } = withSecretFiles(set, readFile, directory)
  const unknown = Object.keys(given)
    .filter((name) => name.startsWith('LIFEGUARD_') && !(name in environmentSchema.shape))
    .map((name) => `environment: ${unknownKey(name, LIFEGUARD_NAMES, 'LIFEGUARD_DATA_DIR=.lifeguard')}`)
  const parsed = environmentSchema.safeParse(given)
  const malformed = parsed.success ? [] : nameMistakes('environment', parsed.error, given)
  const inEnvironment = [...unknown, ...ofFiles, ...malformed]
  const file = readSettings(given, readFile, directory)
  if (!parsed.success || !file.ok || inEnvironment.length > 0)
    return { ok: false, mistakes: [...inEnvironment, ...(file.ok ? [] : file.mistakes)] }

  const environment = parsed.data
  const settings = file.settings ?? fileSchema.parse({ connections: [connectionWithoutFile(environment)] })
  const mistakes = mistakesTogether(environment, settings)
  if (mistakes.length > 0) return { ok: false, mistakes }
  return { ok: true, config: toConfig(environment, settings, directory) }
}

const LIFEGUARD_NAMES = Object.keys(environmentSchema.shape).filter((name) => name.startsWith('LIFEGUARD_'))

type Settings = { ok: true; settings: FileSettings | null } | { ok: false; mistakes: string[] }

function readSettings(given: Variables, readFile: FileReader, directory: string): Settings {
  const name = given.LIFEGUARD_CONFIG ?? 'lifeguard.config.json'
  const fail = (...mistakes: string[]): Settings => ({ ok: false, mistakes })
  let text: string | null
  try {
    text = readFile(resolve(directory, name))
  } catch (error) {
    return fail(`${name}: cannot be read (${messageOf(error)}), for example because it is a directory`)
  }
  if (text === null)
    return given.LIFEGUARD_CONFIG === undefined
      ? { ok: true, settings: null }
      : fail(`environment: LIFEGUARD_CONFIG is "${name}", but there is no such file, for example lifeguard.config.json`)
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch (error) {
    return fail(`${name}: is not JSON (${messageOf(error)}), for example { "connections": [] }`)
  }
  const parsed = fileSchema.safeParse(content)
  return parsed.success ? { ok: true, settings: parsed.data } : fail(...nameMistakes(name, parsed.error, content))
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message.replaceAll(/\s+/g, ' ') : String(error))

function connectionWithoutFile(environment: Environment): z.input<typeof fileSchema>['connections'][number] {
  const endpoint = environment.AWS_ENDPOINT_URL_COGNITO_IDENTITY ?? environment.AWS_ENDPOINT_URL
  if (endpoint === undefined)
    return { id: 'local', name: 'Local emulator', emulator: { seed: 'demo' }, regions: ['us-east-1', 'eu-west-1'] }
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = environment
  const keys = accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : null
  return {
    id: 'default',
    name: 'Default',
    endpoint,
    regions: [environment.AWS_REGION ?? environment.AWS_DEFAULT_REGION ?? 'us-east-1'],
    credentials: keys && { ...keys, sessionToken: environment.AWS_SESSION_TOKEN ?? null },
    profile: keys === null ? environment.AWS_PROFILE : null,
  }
}

function mistakesTogether(environment: Environment, settings: FileSettings) {
  const { connections } = settings
  const mistakes = mistakesOfSignIn(environment, settings)
  const stsEndpoint = environment.AWS_ENDPOINT_URL_STS ?? environment.AWS_ENDPOINT_URL
  for (const { id, kind, roleArn } of connections) {
    if (kind === 'emulator' && environment.DATABASE_URL !== undefined)
      mistakes.push(
        `environment: DATABASE_URL is set, but connection "${id}" is the embedded emulator, which several copies cannot share: ` +
          'run the emulator by itself and give its address, for example "endpoint": "http://127.0.0.1:4599"',
      )
    if (kind === 'endpoint' && roleArn !== null && stsEndpoint === undefined)
      mistakes.push(
        `lifeguard.config.json: connection "${id}" has "roleArn" and "endpoint", which would assume the role at the real AWS: ` +
          'name an endpoint for STS too, for example AWS_ENDPOINT_URL_STS=http://127.0.0.1:5000',
      )
  }
  return mistakes
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/

function mistakesOfSignIn(environment: Environment, { oidc, connections }: FileSettings): string[] {
  const { HOST, LIFEGUARD_URL, LIFEGUARD_LOCAL_ROLE, LIFEGUARD_WITHOUT_OIDC, OIDC_CLIENT_SECRET } = environment
  const mistakes: string[] = []
  if (!LOOPBACK.test(HOST) && oidc === null && LIFEGUARD_WITHOUT_OIDC === undefined)
    mistakes.push(
      `environment: HOST is "${HOST}", where others reach Lifeguard too: name the provider where they sign in, for example ` +
        '"oidc": { "issuer": "https://id.example.com", … }, or say LIFEGUARD_WITHOUT_OIDC=accept',
    )
  else if (!LOOPBACK.test(HOST) && LIFEGUARD_URL === undefined)
    mistakes.push(
      `environment: HOST is "${HOST}", and nobody knows under which address people open Lifeguard there: ` +
        'name it, for example LIFEGUARD_URL=https://lifeguard.example.com',
    )
  if (oidc !== null && LIFEGUARD_LOCAL_ROLE !== undefined)
    mistakes.push(
      'environment: LIFEGUARD_LOCAL_ROLE is set, but people sign in by OpenID Connect, which tells their roles: ' +
        'unset it, and give roles, for example "oidc": { …, "roles": { "cognito-admins": "admin" } }',
    )
  if (oidc !== null && Object.keys(oidc.roles).length === 0 && connections.every(({ access }) => access === null))
    mistakes.push(
      'lifeguard.config.json: oidc gives nobody a role: say which values of the claim do, for example "roles": { "cognito-admins": "admin" }',
    )
  if (oidc === null && OIDC_CLIENT_SECRET !== undefined)
    mistakes.push(
      'environment: OIDC_CLIENT_SECRET is set, but no provider is: unset it, or name one, for example "oidc": { "issuer": "https://id.example.com", … }',
    )
  for (const { id, access } of connections)
    if (access !== null && oidc === null)
      mistakes.push(
        `lifeguard.config.json: connection "${id}" has "access", which is for people who sign in by OpenID Connect: leave it out, or name a provider, for example "oidc": { "issuer": "https://id.example.com", … }`,
      )
  return mistakes
}

function toConfig(environment: Environment, settings: FileSettings, directory: string): Config {
  const host = environment.HOST.replaceAll(/[[\]]/g, '')
  return {
    connections: settings.connections.map((connection) => ({
      ...connection,
      endpoint: environment.LIFEGUARD_EMULATORS.get(connection.id) ?? connection.endpoint,
    })),
    host,
    port: environment.PORT,
    url: environment.LIFEGUARD_URL ?? `http://${host.includes(':') ? `[${host}]` : host}:${environment.PORT}`,
    dataDir: resolve(directory, environment.LIFEGUARD_DATA_DIR),
    databaseUrl: environment.DATABASE_URL ?? null,
    localRole: environment.LIFEGUARD_LOCAL_ROLE ?? 'admin',
    logLevel: environment.LOG_LEVEL,
    audit: settings.audit,
    jobs: settings.jobs,
    findings: settings.findings,
    webhook: settings.webhook,
    sessions: settings.sessions,
    oidc: settings.oidc && { ...settings.oidc, clientSecret: environment.OIDC_CLIENT_SECRET ?? null },
    trustedProxies: settings.trustedProxies,
    commandToken: environment.LIFEGUARD_TOKEN ?? null,
    iamEndpoint: environment.AWS_ENDPOINT_URL_IAM ?? null,
    userPoolsEndpoint: environment.AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER ?? null,
    stsEndpoint: environment.AWS_ENDPOINT_URL_STS ?? null,
    actionsKey: environment.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? null,
    metricsToken: environment.LIFEGUARD_METRICS_TOKEN ?? null,
    auditKey: environment.LIFEGUARD_AUDIT_KEY ?? null,
    isDevelopment: environment.NODE_ENV === 'development',
    launcher: environment.LIFEGUARD_LAUNCHER === undefined ? null : Number(environment.LIFEGUARD_LAUNCHER),
  }
}
