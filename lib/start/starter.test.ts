import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { isUnbroken, lookAt, starterOf, type Look, type SeenProcess } from './starter.ts'

const script = { npm_lifecycle_script: 'node --import ./lib/check-node.js lib/start/main.ts' }
const seen = (parent: number, name: string, session = 40): SeenProcess => ({ parent, name, session })

const looking =
  (processes: Record<number, SeenProcess>): Look =>
  (pid) =>
    processes[pid] ?? null

const init = { 1: seen(0, 'systemd', 1) }
const shell = { ...init, 40: seen(1, 'bash') }

test.each<[string, Record<number, SeenProcess>, ReturnType<typeof starterOf>]>([
  ['npm', { ...shell, 50: seen(40, 'npm'), 60: seen(50, 'node') }, [60, 50]],
  ['npm behind a shell', { ...shell, 50: seen(40, 'npm'), 55: seen(50, 'sh'), 60: seen(55, 'node') }, [60, 55, 50]],
  ['another manager', { ...shell, 50: seen(40, 'pnpm'), 55: seen(50, 'fish'), 60: seen(55, 'node') }, [60, 55, 50]],
  ['npm as process 1', { 1: seen(0, 'npm'), 55: seen(1, 'sh'), 60: seen(55, 'node') }, [60, 55, 1]],
  ['an npm that has gone', { ...init, 55: seen(1, 'sh'), 60: seen(55, 'node') }, 'gone'],
  ['an npm that has gone, with its shell', { ...init, 60: seen(1, 'node') }, 'gone'],
  ['one whose children another keeps', { ...init, 30: seen(1, 'systemd'), 60: seen(30, 'node') }, 'gone'],
  ['itself, the first of its session', { ...shell, 50: seen(40, 'npm'), 60: seen(50, 'node', 60) }, null],
  ['a system that shows nothing', {}, null],
])('started by %s', (_, processes, starter) => {
  expect(starterOf(60, script, looking(processes))).toEqual(starter)
})

test('nobody is followed by process 1, nor by what npm did not start as its script', () => {
  const processes = { ...shell, 50: seen(40, 'npm'), 60: seen(50, 'node') }
  expect(starterOf(60, {}, looking(processes))).toBeNull()
  expect(starterOf(60, { npm_lifecycle_script: 'node tools/e2e.ts' }, looking(processes))).toBeNull()
  expect(starterOf(1, script, looking({ 1: seen(0, 'node', 0) }))).toBeNull()
})

test('the line of a real process is whole until one of it ends, also one that nobody waited for', async () => {
  const between = spawn('sh', ['-c', 'sleep 60 & echo $!; wait'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const [printed] = (await once(between.stdout, 'data')) as [Buffer]
  const sleeper = Number(String(printed))
  onTestFinished(() => void process.kill(sleeper))
  const line = [sleeper, between.pid ?? 0, process.pid]
  await expect.poll(() => lookAt(sleeper)).toMatchObject({ parent: between.pid, name: 'sleep' })
  expect(isUnbroken(line, lookAt)).toBe(true)
  between.kill('SIGKILL')
  await once(between, 'exit')
  expect(isUnbroken(line, lookAt)).toBe(false)
})
