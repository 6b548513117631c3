import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from './fixtures.ts'
import { freePort } from './fixtures/free-port.ts'
import { isFree, processesWith } from './fixtures/processes.ts'

/** Some in every run, twenty in `npm run soak`. */
const ROUNDS = Number(process.env.LIFEGUARD_SOAK_ROUNDS ?? 2)
const MOMENTS = ['while it starts', 'when it is ready'] as const
const root = fileURLToPath(new URL('..', import.meta.url))

const ends: Record<string, (npm: number, launcher: () => number) => void> = {
  'npm alone is asked to end': (npm) => process.kill(npm, 'SIGTERM'),
  'npm alone is killed': (npm) => process.kill(npm, 'SIGKILL'),
  'Ctrl-C is pressed': (npm) => process.kill(-npm, 'SIGINT'),
  'the launcher is asked to end': (_, launcher) => process.kill(launcher(), 'SIGTERM'),
  'the terminal is closed': (_, launcher) => process.kill(launcher(), 'SIGHUP'),
}

async function startByNpm(directory: string) {
  const port = await freePort()
  const configFile = join(directory, 'lifeguard.config.json')
  const connection = { id: 'local', regions: ['us-east-1'], emulator: { seed: 0 } }
  await writeFile(configFile, JSON.stringify({ connections: [connection] }))
  const { PATH, HOME } = process.env
  const settings = { LIFEGUARD_CONFIG: configFile, LIFEGUARD_DATA_DIR: join(directory, 'data'), PORT: String(port) }
  const npm = spawn('npm', ['start'], {
    cwd: root,
    env: { NODE_ENV: 'production', PATH, HOME, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  let output = ''
  npm.stdout.on('data', (chunk: Buffer) => (output += String(chunk)))
  const launcher = () => processesWith(directory).find(({ command }) => command.includes('lib/start/main.ts'))?.pid
  return { npm, pid: npm.pid ?? 0, port, launcher, isReady: () => output.includes('Lifeguard ready on') }
}

for (let round = 0; round < ROUNDS; round += 1)
  for (const [how, end] of Object.entries(ends))
    for (const moment of round === 0 ? MOMENTS : [MOMENTS[round % 2] ?? MOMENTS[0]])
      test(`nothing is left when ${how} ${moment} (${round + 1})`, async () => {
        const directory = await mkdtemp(join(tmpdir(), 'lifeguard-npm-'))
        const { npm, pid, port, launcher, isReady } = await startByNpm(directory)
        const ended = once(npm, 'exit')
        try {
          await expect.poll(launcher, { timeout: 60_000 }).toBeGreaterThan(0)
          if (moment === 'when it is ready') await expect.poll(isReady, { timeout: 60_000 }).toBe(true)
          else await wait(Math.random() * 1_500)
          end(pid, () => launcher() ?? 0)
          await expect.poll(() => processesWith(directory), { timeout: 10_000 }).toEqual([])
          expect(await isFree(port)).toBe(true)
          await ended
        } finally {
          for (const left of processesWith(directory)) process.kill(left.pid, 'SIGKILL')
          await rm(directory, { recursive: true })
        }
      })
