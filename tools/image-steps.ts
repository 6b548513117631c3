import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { instructionsOf, pairsOf, readDeployFile } from './deploy-files.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

type Settings = {
  /** Whether RUN runs; else only what is copied out of the tree is there. */
  runs: boolean
}

/**
 * Takes the steps of the Dockerfile on a copy of the tree, each stage in a folder of its own. Returns the folder of the
 * last stage, its environment, and the folder in which all of them are. Folders of the image's root, such as `/data`, are
 * not made.
 */
export function takeImageSteps({ runs }: Settings) {
  const work = mkdtempSync(join(tmpdir(), 'lifeguard-image-'))
  const context = join(work, 'context')
  const steps = instructionsOf(readDeployFile('Dockerfile'))
  const names = steps.filter(({ name }) => name === 'FROM').map(({ value }) => value.split(' AS ')[1])
  const folderOf = (stage: number) => join(work, `stage-${stage}`)
  const environments = names.map((): Record<string, string> => ({}))

  /** Without RUN, what it makes is not there to be copied. */
  const copy = (stage: number, value: string) => {
    const words = value.split(' ')
    const from = words[0]?.startsWith('--from=') ? words.shift()?.slice('--from='.length) : undefined
    const to = words.pop() ?? '.'
    for (const path of words) {
      const source = from === undefined ? join(context, path) : join(folderOf(names.indexOf(from)), path.slice(5))
      if (!runs && /node_modules|\.next$/.test(source)) continue
      const target = to === './' ? join(folderOf(stage), basename(path)) : join(folderOf(stage), to)
      cpSync(source, target, { recursive: true, verbatimSymlinks: true })
    }
  }
  const run = (stage: number, command: string) => {
    if (!runs || command.startsWith('install -d ')) return
    const env = { ...process.env, ...environments[stage] }
    execFileSync('sh', ['-ec', command], { cwd: folderOf(stage), env, stdio: 'pipe' })
  }

  makeContext(context)
  for (const { stage, name, value } of steps)
    if (name === 'FROM') mkdirSync(folderOf(stage))
    else if (name === 'COPY') copy(stage, value)
    else if (name === 'RUN') run(stage, value)
    else if (name === 'ENV') Object.assign(environments[stage] ?? {}, pairsOf(value))
  const last = names.length - 1
  return { work, image: folderOf(last), environment: environments[last] ?? {}, steps }
}

function makeContext(context: string) {
  const rules = readDeployFile('.dockerignore').trim().split('\n')
  const left = rules.filter((rule) => rule.startsWith('**/*')).map((rule) => rule.slice('**/*'.length))
  const isLeft = (path: string) => left.some((end) => path.endsWith(end))
  for (const rule of rules.filter((one) => one.startsWith('!')))
    cpSync(join(root, rule.slice(1)), join(context, rule.slice(1)), {
      recursive: true,
      filter: (path) => !isLeft(path),
    })
}
