import { processVariables, readConfigOf } from '../config/config.ts'
import { SECRET_FILES } from '../config/secret-files.ts'
import type { Config, Variables } from '../config/read-config.ts'
import { openStore } from '../db/open.ts'
import { prepareStore } from '../db/prepare-store.ts'
import { StoreError } from '../db/migrate.ts'
import { makeLink } from '../sign-in/links.ts'
import { actionsKey } from './actions-key.ts'
import { build, isBuilt } from './build.ts'
import { checkPort, freePort } from './check-port.ts'
import { endChildren, type Child } from './child.ts'
import { takeDataDirectory } from './data-directory.ts'
import { startEmulator } from './start-emulator.ts'
import { StartError } from './start-error.ts'
import { startNext } from './start-next.ts'
import { isUnbroken, lookAt, starterOf } from './starter.ts'
import { storeName } from './store-name.ts'

type Mode = 'dev' | 'start'

const STARTER_CHECK_MS = 1_000

let isStopping = false

async function launch(mode: Mode) {
  const variables = await withPort(processVariables())
  const config = checkedConfig(variables)
  takeDataDirectory(config.dataDir)
  await checkPort(config.host, config.port)
  await prepareStore(config).catch((error: unknown) => refuseStore(config, error))
  const forChildren = variablesForChildren(mode, variables, config)
  const addresses = await startEmulators(config, forChildren)
  if (mode === 'start' && !isBuilt()) {
    console.log('Building Lifeguard, which takes about a minute …')
    await build(forChildren)
  }
  endWith(await startNext(mode, config, { ...forChildren, LIFEGUARD_EMULATORS: addresses }))
  const link = config.oidc === null ? await linkOfStart(config) : null
  console.log([`Lifeguard ready on ${config.url}`, ...(link === null ? [] : [`Sign in once: ${link}`])].join('\n'))
}

/** Where people sign in elsewhere none is printed, or whoever reads what is printed were an admin. */
async function linkOfStart(config: Config): Promise<string> {
  await using db = openStore(config)
  return await makeLink('the start of Lifeguard', config.url, db)
}

/** PORT=0 stands for any free port, which everything else then calls by its number. */
async function withPort(variables: Variables): Promise<Variables> {
  if (variables.PORT !== '0') return variables
  const result = readConfigOf(variables)
  return result.ok ? { ...variables, PORT: String(await freePort(result.config.host)) } : variables
}

function checkedConfig(variables: Variables) {
  const result = readConfigOf(variables)
  if (!result.ok) throw new StartError(result.mistakes.join('\n'))
  const { config } = result
  if (config.oidc === null && !/^https?:\/\/(localhost|127\.|\[::1\])/.test(config.url))
    console.warn(
      `People sign in to ${config.url} with a link of this machine alone, all as one operator: name an OpenID provider for a team.`,
    )
  return config
}

function refuseStore(config: Config, error: unknown): never {
  if (!(error instanceof StoreError)) throw error
  throw new StartError(`${storeName(config)} ${error.message}. Nothing was changed.`)
}

function variablesForChildren(mode: Mode, variables: Variables, config: Config): Variables {
  // Empty rather than absent, so that Next takes none of them from an .env file that the launcher did not read.
  const names = ['DATABASE_URL', 'LIFEGUARD_CONFIG', 'LIFEGUARD_DATA_DIR', 'LIFEGUARD_LOCAL_ROLE', 'LIFEGUARD_URL']
  const others = ['LIFEGUARD_METRICS_TOKEN', 'LOG_LEVEL', 'AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_COGNITO_IDENTITY']
  return {
    ...Object.fromEntries([...names, ...others, ...SECRET_FILES].map((name) => [name, ''])),
    ...variables,
    HOST: config.host,
    PORT: String(config.port),
    LIFEGUARD_LAUNCHER: String(process.pid),
    NEXT_MANUAL_SIG_HANDLE: 'true',
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey(config),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY_FILE: '',
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_ENV: mode === 'dev' ? 'development' : 'production',
  }
}

async function startEmulators({ connections, dataDir }: Config, variables: Variables) {
  const addresses: string[] = []
  for (const connection of connections.filter(({ kind }) => kind === 'emulator')) {
    const { child, url } = await startEmulator(connection, dataDir, variables)
    endWith(child)
    addresses.push(`${connection.id}=${url}`)
  }
  return addresses.join(',')
}

/** Without one of its parts Lifeguard must not stay half alive. */
function endWith(child: Child) {
  void child.ended.then((how) => {
    if (isStopping) return undefined
    console.error(`${child.name} ended unexpectedly (${how}).`)
    return stop(1)
  })
}

async function stop(code: number) {
  if (isStopping) return
  isStopping = true
  await endChildren()
  process.exit(code)
}

/** The npm that started this tells nobody when it is ended. */
function endWithStarter(): boolean {
  const line = starterOf(process.pid, processVariables(), lookAt)
  if (line === 'gone') return true
  if (line !== null) setInterval(() => isUnbroken(line, lookAt) || void stop(0), STARTER_CHECK_MS).unref()
  return false
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))

if (!endWithStarter())
  launch(process.argv[2] === 'dev' ? 'dev' : 'start').catch((error: unknown) => {
    if (isStopping) return undefined
    console.error(error instanceof StartError ? error.message : error)
    return stop(1)
  })
