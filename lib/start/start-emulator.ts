import { join } from 'node:path'
import type { Variables } from '../config/read-config.ts'
import type { Connection } from '../config/schema.ts'
import { onLine, startChild, type Child } from './child.ts'
import { StartError } from './start-error.ts'

const PROGRAM = 'lib/emulator/main.ts'
const READY = /^Emulator ready on (\S+)/

/** Runs the embedded emulator of a connection on a free port of this machine. Errors: `StartError`. */
export async function startEmulator(connection: Connection, dataDir: string, variables: Variables) {
  const { id, emulator, accountId } = connection
  const options = ['--host', '127.0.0.1', '--port', '0', '--data', join(dataDir, `emulator-${id}.sqlite`)]
  if (emulator) options.push('--seed', emulator.seed)
  if (accountId !== null) options.push('--account', accountId)
  const name = `The embedded emulator of connection "${id}"`
  const child = startChild(name, [PROGRAM, ...options], {
    variables,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  })
  return { child, url: await urlOf(child) }
}

function urlOf(child: Child) {
  let lastWords = ''
  onLine(child.process.stderr, (line) => {
    lastWords = line || lastWords
    console.error(line)
  })
  return new Promise<string>((resolve, reject) => {
    onLine(child.process.stdout, (line) => {
      const url = READY.exec(line)?.[1]
      if (url) resolve(url)
      else console.log(line)
    })
    void child.ended.then((how) => reject(new StartError(`${child.name} did not start: ${lastWords || how}`)))
  })
}
