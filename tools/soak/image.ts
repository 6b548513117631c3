import { deepEqual, equal, ok } from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../../e2e/fixtures/free-port.ts'
import { startProgram } from '../../e2e/fixtures/program.ts'
import { takeImageSteps } from '../image-steps.ts'

// Takes each step of the Dockerfile on a copy of the tree, and starts what comes of it as a container would.

const MIB_MOST = 350

const { work, image, environment, steps } = takeImageSteps({ runs: true })
const commandOf = (name: string): string[] => {
  const step = steps.findLast((one) => one.name === name)
  return JSON.parse(step?.value.replace(/^.*?(?=\[)/s, '') ?? '[]') as string[]
}
/** Bytes of all files in a folder. */
function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => lstatSync(join(folder, path)).size)
    .reduce((sum, size) => sum + size, 0)
}

try {
  const size = Math.round(sizeOf(image) / 2 ** 20)
  ok(size < MIB_MOST, `the image has ${size} MiB`)
  const data = join(work, 'data')
  mkdirSync(data, { mode: 0o700 })
  const port = String(await freePort())
  const env = { ...environment, HOST: '127.0.0.1', PORT: port, LIFEGUARD_DATA_DIR: data, TMPDIR: data }
  const [program = '', ...args] = commandOf('CMD')
  const start = { program, args, cwd: image, env, ready: /^Lifeguard ready on (\S+)/, withinSeconds: 120 }
  const before = Date.now()
  const started = await startProgram(start)
  equal(/Building/.test(started.output()), false, 'it built again at its start')
  const [checker = '', ...check] = commandOf('HEALTHCHECK')
  execFileSync(checker, check, { cwd: image, env: { ...process.env, ...env } })
  const ready = await fetch(`${started.url}/api/ready`)
  equal(ready.status, 200)
  await started.stop()
  const beside = readdirSync(image, { recursive: true, encoding: 'utf8' }).filter(
    (path) => lstatSync(join(image, path)).mtimeMs > before,
  )
  deepEqual(beside, [])
  console.log(`The image: ${size} MiB, started, healthy, ended, nothing written beside its data.`)
} finally {
  rmSync(work, { recursive: true, force: true })
}
