import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { instructionsOf, readDeployFile } from './deploy-files.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'lifeguard-deploy-'))
const context = join(work, 'context')
const steps = instructionsOf(readDeployFile('Dockerfile'))
const names = steps.filter(({ name }) => name === 'FROM').map(({ value }) => value.split(' AS ')[1])
const folderOf = (stage: number) => join(work, `stage-${stage}`)
const image = folderOf(names.length - 1)

afterAll(() => rmSync(work, { recursive: true, force: true }))

function makeContext() {
  const rules = readDeployFile('.dockerignore').trim().split('\n')
  const left = rules.filter((rule) => rule.startsWith('**/*')).map((rule) => rule.slice('**/*'.length))
  const isLeft = (path: string) => left.some((end) => path.endsWith(end))
  for (const rule of rules.filter((one) => one.startsWith('!')))
    cpSync(join(root, rule.slice(1)), join(context, rule.slice(1)), {
      recursive: true,
      filter: (path) => !isLeft(path),
    })
}

/** What RUN makes is left out. */
function copy(stage: number, value: string) {
  const words = value.split(' ')
  const from = words[0]?.startsWith('--from=') ? words.shift()?.slice('--from='.length) : undefined
  const to = words.pop() ?? '.'
  for (const path of words) {
    const source = from === undefined ? join(context, path) : join(folderOf(names.indexOf(from)), path.slice(5))
    if (/node_modules|\.next$/.test(source)) continue
    const target = to === './' ? join(folderOf(stage), basename(path)) : join(folderOf(stage), to)
    cpSync(source, target, { recursive: true, verbatimSymlinks: true })
  }
}

function takeSteps() {
  for (const { stage, name, value } of steps)
    if (name === 'FROM') mkdirSync(folderOf(stage))
    else if (name === 'COPY') copy(stage, value)
}

const stampOf = (folder: string) =>
  execFileSync(
    process.execPath,
    [
      '--conditions=react-server',
      '--input-type=module',
      '--eval',
      `import { sourceStamp } from ${JSON.stringify(join(root, 'lib/start/source-stamp.ts'))}; console.log(sourceStamp())`,
    ],
    { cwd: folder, encoding: 'utf8' },
  )

test('the steps of the image on a copy of the tree end in what the stamp of a build is made of', () => {
  makeContext()
  takeSteps()
  expect(stampOf(image)).toBe(stampOf(root))
})
