import type { StdioOptions } from 'node:child_process'
import { request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Config, Variables } from '../config/read-config.ts'
import { onLine, startChild, type Child } from './child.ts'
import { StartError } from './start-error.ts'

const NEXT = 'node_modules/next/dist/bin/next'
const PATIENCE = 120_000

/** Runs the server and waits until it serves pages. Errors: `StartError` when it ends before that or takes too long. */
export async function startNext(mode: 'dev' | 'start', config: Config, variables: Variables): Promise<Child> {
  const args = [NEXT, mode, '-H', config.host, '-p', String(config.port)]
  const output = mode === 'dev' ? 'inherit' : 'pipe'
  const stdio: StdioOptions = ['ignore', output, 'inherit', 'ipc']
  const child = startChild('The server', args, { variables, stdio, detached: true })
  const banner: string[] = []
  let isServing = false
  onLine(child.process.stdout, (line) => {
    if (isServing || line.startsWith('{')) console.log(line)
    else banner.push(line)
  })
  try {
    await pagesAnswer(child, config)
    isServing = true
    return child
  } catch (error) {
    for (const line of banner) console.error(line)
    throw error
  }
}

async function pagesAnswer(child: Child, config: Config) {
  const patience = AbortSignal.timeout(PATIENCE)
  const ended = child.ended.then((how) => {
    throw new StartError(`The server did not start (${how}).`)
  })
  const answers = (async () => {
    while ((await statusOf('/api/ready', config)) !== 200) {
      if (patience.aborted) throw new StartError(`The server did not answer within ${PATIENCE / 1000} seconds.`)
      await pause(50)
    }
    await statusOf('/', config)
  })()
  await Promise.race([ended, answers])
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
