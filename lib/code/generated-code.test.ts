import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { awkwardPool, barePool } from './pools-for-tests.ts'
import { schemaMistakes } from './resource-schema-for-tests.ts'
import { toCdk } from './to-cdk.ts'
import { toTemplate } from './to-cloudformation.ts'

type Resources = Record<string, { Type: string; Properties: Record<string, unknown> }>

const run = promisify(execFile)
const modules = fileURLToPath(new URL('../../node_modules', import.meta.url))
const pools = { awkward: awkwardPool, bare: barePool }
const compilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  module: 'nodenext',
  types: [],
}
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lifeguard-cdk-'))
  await symlink(modules, join(folder, 'node_modules'))
  for (const [name, pool] of Object.entries(pools)) await writeFile(join(folder, `${name}.ts`), toCdk(pool))
  await writeFile(join(folder, 'all.ts'), "import './awkward.ts'\nimport './bare.ts'\n")
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ files: ['all.ts'], compilerOptions }))
})

afterAll(() => rm(folder, { recursive: true }))

describe.each(Object.entries(pools))('the CloudFormation template of the %s pool', (_, pool) => {
  it('fits the schemas of its resources', () => {
    const resources: Resources = toTemplate(pool).Resources
    expect(
      Object.entries(resources).flatMap(([id, { Type, Properties }]) =>
        schemaMistakes(Type, Properties).map((mistake) => id + mistake),
      ),
    ).toEqual([])
  })
})

describe.concurrent('the CDK programs', { timeout: 60_000 }, () => {
  it('compile', async ({ expect }) => {
    const compiler = join(modules, 'typescript', 'bin', 'tsc')
    const said = await run(process.execPath, [compiler], { cwd: folder }).catch((error: unknown) => error)
    expect(said).toMatchObject({ stdout: '', stderr: '' })
  })

  it('make the same resources as the templates', async ({ expect }) => {
    const out = join(folder, 'out')
    await run('env', [`CDK_OUTDIR=${out}`, process.execPath, 'all.ts'], { cwd: folder })
    const written = (await readdir(out)).filter((name) => name.endsWith('.template.json'))
    const made = await Promise.all(written.map((name) => resourcesIn(join(out, name))))
    const expected = Object.values(pools).map((pool): Resources => toTemplate(pool).Resources)
    expect(made.map(comparable).toSorted(byLength)).toEqual(expected.map(comparable).toSorted(byLength))
  })
})

const resourcesIn = async (file: string) =>
  (JSON.parse(await readFile(file, 'utf8')) as { Resources: Resources }).Resources

/** Without the names of resources, and with tags in the order that CDK gives them. */
const comparable = (resources: Resources) =>
  Object.values(resources).map(({ Type, Properties }) => {
    const tags = Properties['IdentityPoolTags'] as { Key: string }[] | undefined
    return { Type, ...Properties, ...(tags && { IdentityPoolTags: tags.toSorted((a, b) => (a.Key < b.Key ? -1 : 1)) }) }
  })

const byLength = (one: unknown[], other: unknown[]) => one.length - other.length
