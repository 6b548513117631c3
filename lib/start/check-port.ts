import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'
import { causeOf } from '../core/cause-of.ts'
import { StartError } from './start-error.ts'

/** Below the ports that systems lend to outgoing connections: such a one may be lent again before it is listened on. */
const FREE_PORTS = { from: 20_000, to: 32_000, attempts: 50 }

/** A port that nobody listens on, as far as some attempts find one. */
export async function freePort(host: string, attempts = FREE_PORTS.attempts): Promise<number> {
  const port = randomInt(FREE_PORTS.from, FREE_PORTS.to)
  const isLast = attempts <= 1
  return isLast || (await portProblem(host, port)) === null ? port : freePort(host, attempts - 1)
}

/** Finds out whether we may listen there. Errors: `StartError`. */
export async function checkPort(host: string, port: number): Promise<void> {
  const problem = await portProblem(host, port)
  if (problem !== null)
    throw new StartError(`Port ${port} of ${host} ${problem}: stop what uses it, or choose another with PORT.`)
}

async function portProblem(host: string, port: number): Promise<string | null> {
  const server = createServer()
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
  } catch (error) {
    const isTaken = error instanceof Error && Reflect.get(error, 'code') === 'EADDRINUSE'
    return isTaken ? 'is in use' : `cannot be listened on (${causeOf(error)})`
  }
  await new Promise((resolve) => server.close(resolve))
  return null
}
