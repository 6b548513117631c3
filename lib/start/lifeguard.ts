import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { actingAs } from '../auth/current-actor.ts'
import { actorOfCommand } from '../command/actor-of-command.ts'
import { failedAnswer, type CommandAnswer } from '../command/answer.ts'
import { exitCodes, type ExitCode } from '../command/exit-codes.ts'
import { exportIndex } from '../command/export-index.ts'
import { followCommand, type Ask } from '../command/follow-command.ts'
import { parseCommand, type CommandLine } from '../command/parse-command.ts'
import { runCommand, type ShortCommand } from '../command/run-command.ts'
import { sendCommand } from '../command/send-command.ts'
import { socketPath } from '../command/socket-path.ts'
import { usage } from '../command/usage.ts'
import { processVariables, readConfigOf } from '../config/config.ts'
import type { Config, Variables } from '../config/read-config.ts'
import { causeOf } from '../core/cause-of.ts'
import { lockDirectory } from '../db/lock.ts'
import { refuseNewer, refuseOlder, StoreError } from '../db/migrate.ts'
import { closeStore, store } from '../db/open.ts'
import { prepareStore } from '../db/prepare-store.ts'
import { closeSideStore } from '../db/read-store.ts'
import { startProcessRunner, stopProcessRunner } from '../jobs/process-runner.ts'
import { endChildren } from './child.ts'
import { startEmulator } from './start-emulator.ts'
import { StartError } from './start-error.ts'
import { storeName } from './store-name.ts'

const user = userInfo().username || 'unknown'

/** The command line of Lifeguard: by the console that runs, or else by its store. The exit code says what it came to. */
async function main(argv: readonly string[]): Promise<ExitCode> {
  const parsed = parseCommand(argv, (path) => readFileSync(path, 'utf8'))
  if ('help' in parsed) {
    console.log(usage)
    return argv.length === 0 ? exitCodes.misread : exitCodes.done
  }
  if ('mistake' in parsed) return refuse(exitCodes.misread, parsed.mistake, 'npm run lifeguard -- --help says more.')
  const variables = processVariables()
  const configured = readConfigOf(variables)
  if (!configured.ok) return refuse(exitCodes.misread, ...configured.mistakes)
  const { config } = configured
  if (config.launcher !== null) return byStore(parsed.asked, config)
  const code = await byConsole(parsed.asked, config)
  if (code !== null) return code
  return config.databaseUrl === null ? inDirectory(argv, config, variables) : byStore(parsed.asked, config)
}

function refuse(code: ExitCode, ...lines: string[]): ExitCode {
  for (const line of lines) console.error(line)
  return code
}

/** Null when no console runs on this data directory. */
async function byConsole(asked: CommandLine, { dataDir, commandToken }: Config): Promise<ExitCode | null> {
  const path = socketPath(dataDir)
  const by = { user, ...(commandToken !== null && { token: commandToken }) }
  const ask: Ask = async (command) => {
    const reply = await sendCommand(path, { ...by, command })
    if (reply === null || !('answer' in reply)) throw new Error('The console ended before it answered.')
    return reply.answer
  }
  const first = await sendCommand(path, { ...by, command: asked.command })
  if (first === null) return null
  if ('text' in first) {
    for await (const part of first.text) await print(part)
    return exitCodes.done
  }
  const { command, wait } = asked
  const answered: Ask = async (next) => (next === command ? first.answer : ask(next))
  return tell(asked, wait && command.verb !== 'export' ? await followCommand(answered, command) : first.answer)
}

/** Takes the data directory for the time of the command, with its emulators, and runs it there in a process of its own. */
async function inDirectory(argv: readonly string[], config: Config, variables: Variables): Promise<ExitCode> {
  const { dataDir, connections } = config
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  if (lockDirectory(dataDir) === null)
    return refuse(exitCodes.unreached, `A Lifeguard has the data directory ${dataDir}, but does not answer: try again.`)
  try {
    await prepareStore(config)
    const addresses: string[] = []
    for (const connection of connections.filter(({ kind }) => kind === 'emulator'))
      addresses.push(`${connection.id}=${(await startEmulator(connection, dataDir, variables)).url}`)
    const environment = { ...variables, LIFEGUARD_EMULATORS: addresses.join(','), LIFEGUARD_LAUNCHER: `${process.pid}` }
    return await again(argv, environment)
  } finally {
    await endChildren()
  }
}

const again = (argv: readonly string[], variables: Variables): Promise<ExitCode> =>
  new Promise((resolve, reject) => {
    const args = ['--conditions=react-server', import.meta.filename, ...argv]
    const child = spawn(process.execPath, args, { stdio: 'inherit', env: variables as NodeJS.ProcessEnv })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
    child.once('error', reject)
    child.once('exit', (code) => resolve(Object.values(exitCodes).find((known) => known === code) ?? exitCodes.failed))
  })

/** Without a console the jobs of an embedded store are worked on here, till they end; others wait for any copy. */
async function byStore(asked: CommandLine, config: Config): Promise<ExitCode> {
  const { command, wait } = asked
  const isAlone = config.databaseUrl === null
  try {
    await refuseNewer(store())
    await refuseOlder(store())
    // Whoever looks, pauses or cancels does not mean what waits to be gone on with.
    if (isAlone && (command.verb === 'delete' || command.verb === 'scan')) startProcessRunner()
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end())
    return await actingAs(await actorOfCommand({ user, token: config.commandToken ?? undefined }), async () => {
      if (command.verb === 'export') {
        for await (const text of exportIndex(command)) await print(text)
        return exitCodes.done
      }
      const ask = (next: ShortCommand) => runCommand(next)
      return tell(asked, wait || isAlone ? await followCommand(ask, command) : await ask(command))
    })
  } catch (error) {
    const said = error instanceof StoreError ? `${storeName(config)} ${error.message}.` : null
    if (said !== null) return refuse(exitCodes.unreached, said)
    return tell(asked, failedAnswer(error))
  } finally {
    await close()
  }
}

async function close(): Promise<void> {
  await stopProcessRunner()
  await closeSideStore()
  await closeStore()
}

let isEnding = false

/** A terminal tells of Ctrl+C here, and the process above does so once more. */
async function end(): Promise<void> {
  if (isEnding) return
  isEnding = true
  await close()
  process.exit(exitCodes.failed)
}

function tell({ json }: CommandLine, { exit, value, words }: CommandAnswer): ExitCode {
  if (json) console.log(JSON.stringify(value, null, 2))
  else if (exit === exitCodes.failed || exit === exitCodes.misread) console.error(words)
  else console.log(words)
  return exit
}

/** Waits where the reader is slower. */
const print = (text: string | Buffer): Promise<void> =>
  new Promise((resolve, reject) => process.stdout.write(text, (error) => (error ? reject(error) : resolve())))

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) =>
  refuse(exitCodes.unreached, error instanceof StartError ? error.message : causeOf(error)),
)
