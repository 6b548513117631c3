import 'server-only'
import { chmodSync, renameSync, rmSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { actingAs } from '../auth/current-actor.ts'
import { log } from '../log/log.ts'
import { actorOfCommand } from './actor-of-command.ts'
import { failedAnswer, type CommandAnswer } from './answer.ts'
import { exitCodes } from './exit-codes.ts'
import { exportIndex } from './export-index.ts'
import { runCommand } from './run-command.ts'
import { commandRequestSchema, type CommandRequest } from './schema.ts'

const OWNER_ONLY = 0o600
const OTHERS_NOTHING = 0o177
/** So long a command that is being answered may go on when the console ends. */
const PATIENCE_MS = 2_000
/** A keep list of a million ids. */
const LONGEST_REQUEST = 80_000_000

/**
 * Answers commands at a socket that only this user may open, in the place of one that an earlier process left. Returns
 * how to end it, which takes the socket away. Errors: those of the system.
 */
export async function serveCommands(path: string): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      log().warn({ err: error }, 'A command could not be answered')
      response.destroy()
    })
  })
  // A process that ends takes the name away that it listened at, which may be another's by then.
  const own = `${path}.${process.pid}`
  rmSync(own, { force: true })
  const before = process.umask(OTHERS_NOTHING)
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(own, resolve))
  } finally {
    process.umask(before)
  }
  chmodSync(own, OWNER_ONLY)
  renameSync(own, path)
  const { ino } = statSync(path)
  return async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    setTimeout(() => server.closeAllConnections(), PATIENCE_MS).unref()
    await closed
    if (statSync(path, { throwIfNoEntry: false })?.ino === ino) rmSync(path, { force: true })
  }
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parsed = commandRequestSchema.safeParse(await bodyOf(request))
  if (!parsed.success) return tell(response, misread(parsed.error.issues[0]?.message))
  const { user, token, command } = parsed.data
  const actor = await actorOfCommand({ user, token }).catch(failedAnswer)
  if ('words' in actor) return tell(response, actor)
  await actingAs(actor, async () => {
    if (command.verb === 'export') await stream(response, command)
    else tell(response, await runCommand(command))
  })
}

/** What cannot begin is told as any other failure; what breaks off later ends the connection. */
async function stream(response: ServerResponse, command: Extract<CommandRequest['command'], { verb: 'export' }>) {
  const texts = exportIndex(command)
  let first: IteratorResult<string, void>
  try {
    first = await texts.next()
  } catch (error) {
    return tell(response, failedAnswer(error))
  }
  response.setHeader('content-type', 'text/plain; charset=utf-8')
  const rest = async function* () {
    if (!first.done) yield first.value
    yield* texts
  }
  await pipeline(Readable.from(rest()), response)
}

function tell(response: ServerResponse, told: CommandAnswer): void {
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(told))
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length
    if (length > LONGEST_REQUEST) return null
    parts.push(part)
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8')) as unknown
  } catch {
    return null
  }
}

const misread = (message = 'The command cannot be read.'): CommandAnswer => ({
  exit: exitCodes.misread,
  value: { error: { code: 'VALIDATION', message } },
  words: message,
})
