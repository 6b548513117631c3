import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { base } from './planted-base.ts'
import { boundaries, surroundings } from './planted-boundaries.ts'
import { code } from './planted-code.ts'
import plugin from './plugin.ts'

interface Finding {
  filename: string
  code: string
  message: string
}

const repository = fileURLToPath(new URL('../..', import.meta.url))
const planted = [...boundaries, ...code, ...base]
const ONE_NAME = 'house(one-name)'
let folder: string
let findings: Finding[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lifeguard-lint-'))
  for (const files of [surroundings, ...planted.flatMap(({ bad, good }) => [bad, good])]) await plant(files)
  await symlink(join(repository, 'node_modules'), join(folder, 'node_modules'))
  await copyFile(join(repository, 'tsconfig.json'), join(folder, 'tsconfig.json'))
  await copyFile(join(repository, 'package.json'), join(folder, 'package.json'))
  const configuration = await readFile(join(repository, '.oxlintrc.json'), 'utf8')
  await writeFile(join(folder, '.oxlintrc.json'), configuration.replaceAll('./tools/', `${repository}tools/`))
  findings = await lint(folder)
})

afterAll(() => rm(folder, { recursive: true }))

describe('the house rules', () => {
  const cases = planted.flatMap(({ rule, says, bad }) => Object.keys(bad).map((path) => ({ rule, says, path })))

  it.each(cases)('$rule refuses $path', ({ rule, says, path }) => {
    // Many of the planted files export the same name.
    const own = findings.filter((found) => found.filename === path && (rule === ONE_NAME || found.code !== ONE_NAME))
    expect(own.map((finding) => finding.code)).toEqual([rule])
    expect(own[0]?.message).toContain(says)
  })

  it('accepts the same files as they should be', () => {
    const clean = new Set([...Object.keys(surroundings), ...planted.flatMap(({ good }) => Object.keys(good))])
    expect(findings.filter(({ filename, code: found }) => clean.has(filename) && found !== ONE_NAME)).toEqual([])
  })

  it('has a planted violation for each of its rules', () => {
    const seen = new Set(planted.map(({ rule }) => rule))
    expect(Object.keys(plugin.rules).filter((name) => !seen.has(`house(${name})`))).toEqual([])
  })
})

async function plant(files: Record<string, string>) {
  for (const [path, source] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), source)
  }
}

async function lint(cwd: string): Promise<Finding[]> {
  const oxlint = join(repository, 'node_modules/oxlint/bin/oxlint')
  const output = await new Promise<string>((done) => {
    execFile(
      process.execPath,
      [oxlint, '--format=json', '--ignore-pattern=node_modules'],
      { cwd, maxBuffer: 2 ** 24 },
      (_error, stdout) => done(stdout),
    )
  })
  return (JSON.parse(output) as { diagnostics: Finding[] }).diagnostics
}
