import { request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Config, Variables } from '../config/read-config.ts'
import { onLine, startChild, type Child } from './child.ts'
import { StartError } from './start-error.ts'

const NEXT = 'node_modules/next/dist/bin/next'
const PATIENCE = 120_000

/** Runs the server. */
export function startNext(mode: 'dev' | 'start', { host, port }: Config, variables: Variables): Child {
  const args = [NEXT, mode, '-H', host, '-p', String(port)]
  const output = mode === 'dev' ? 'inherit' : 'pipe'
  const child = startChild('The server', args, {
    variables,
    stdio: ['ignore', output, 'inherit', 'ipc'],
    detached: true,
  })
  let isBanner = true
  onLine(child.process.stdout, (line) => {
    if (!isBanner) console.log(line)
    if (line.includes('Ready in')) isBanner = false
  })
  return child
}

/** Waits until the server serves pages. Errors: `StartError` when it ends or takes too long. */
export async function pagesAnswer(child: Child, config: Config): Promise<void> {
  const deadline = Date.now() + PATIENCE
  let ended: string | null = null
  void child.ended.then((how) => (ended = how))
  while ((await statusOf('/api/health', config)) !== 200) {
    if (ended !== null) throw new StartError(`The server did not start (${String(ended)}).`)
    if (Date.now() > deadline) throw new StartError(`The server did not answer within ${PATIENCE / 1000} seconds.`)
    await pause(50)
  }
  await statusOf('/', config)
}

/** The status of an answer, or null when there is none. */
const statusOf = (path: string, { host, port, url }: Config) =>
  new Promise<number | null>((resolve) => {
    const headers = { host: new URL(url).host }
    request({ host, port, path, headers, timeout: PATIENCE }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? null))
    })
      .once('error', () => resolve(null))
      .end()
  })
