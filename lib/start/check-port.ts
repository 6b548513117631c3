import { createServer, type AddressInfo } from 'node:net'
import { causeOf } from '../cause-of.ts'
import { StartError } from './start-error.ts'

/** Finds out whether we may listen there; gives the port, which is a free one for 0. Errors: `StartError`. */
export async function checkPort(host: string, port: number): Promise<number> {
  const server = createServer()
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
  } catch (error) {
    const isTaken = error instanceof Error && Reflect.get(error, 'code') === 'EADDRINUSE'
    const problem = isTaken ? 'is in use' : `cannot be listened on (${causeOf(error)})`
    throw new StartError(`Port ${port} of ${host} ${problem}: stop what uses it, or choose another with PORT.`)
  }
  const { port: found } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return found
}
