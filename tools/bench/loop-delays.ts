import { appendFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

const FOLDER = 'LOOP_DELAYS'
const EVERY_MS = 250

/** What lets Node's processes write down how long their event loops were held: for their environment. */
export const watchingLoops = (folder: string) => ({
  [FOLDER]: folder,
  NODE_OPTIONS: `--import=${import.meta.filename}`,
})

/** The longest delay that the event loop of any process noted between two times (epoch milliseconds), in milliseconds. */
export async function longestDelay(folder: string, from: number, until: number): Promise<number> {
  const files = await readdir(folder)
  const noted = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))
  const within = noted
    .flatMap((text) => text.split('\n').filter(Boolean))
    .map((line) => JSON.parse(line) as [at: number, longest: number])
    .filter(([at]) => at > from && at <= until + EVERY_MS)
  if (within.length === 0) throw new Error(`No process noted anything in ${folder}.`)
  return Math.max(...within.map(([, delay]) => delay))
}

const folder = process.env[FOLDER]
if (folder !== undefined && isMainThread && !import.meta.main) {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const note = () => {
    appendFileSync(join(folder, String(process.pid)), `${JSON.stringify([Date.now(), delay.max / 1e6])}\n`)
    delay.reset()
  }
  setInterval(note, EVERY_MS).unref()
}
