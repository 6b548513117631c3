import { existsSync, statSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { serveCommands } from '../command/serve-commands.ts'
import { socketPath } from '../command/socket-path.ts'
import { config } from '../config/config.ts'
import { ENGINES } from '../db/store-for-tests.ts'
import { unwrap } from '../core/result.ts'
import { scanPool } from '../jobs/scan-actions.ts'
import { endedJob, idsIn, jobNow, poolIn, runnerForTest } from '../jobs/jobs-for-tests.ts'
import type { Job } from '../jobs/job.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { lifeguardCommand, listening, type Ended } from './command-for-tests.ts'

const jobIn = ({ out }: Ended) => JSON.parse(out) as Job

/** Each command is a process of its own. */
const COMMANDS_MS = 150_000

describe.each(ENGINES)('the command on %s', { timeout: COMMANDS_MS }, (engine) => {
  const lifeguard = consoleForTests({ engine, world: { seed: 300 } })
  const poolArgs = () => ['--connection', 'test', '--pool', poolIn(lifeguard.world).poolId]

  it('has a console that runs scan, look and delete, as the user of the system', async () => {
    await listening()
    runnerForTest()
    const scan = await lifeguardCommand(['scan', ...poolArgs(), '--wait', '--json'])
    expect(scan).toMatchObject({ code: 0, err: '' })
    expect(jobIn(scan)).toMatchObject({ state: 'done', done: 300, actor: { name: `command (${userInfo().username})` } })

    const [kept = '', other = ''] = idsIn(lifeguard.world)
    const list = join(config().dataDir, 'keep.csv')
    writeFileSync(list, `id\n${kept}\n`)
    const filter = ['--filter', `id=${kept.slice(0, 10)}`, '--keep-list', list]
    const plan = await lifeguardCommand(['jobs', 'delete', ...poolArgs(), ...filter, '--dry-run', '--json'])
    const { matching, left } = JSON.parse(plan.out) as { matching: number; left: number }
    expect([plan.code, matching - left]).toEqual([0, 1])

    const few = await lifeguardCommand(['jobs', 'delete', ...poolArgs(), '--filter', 'id=us', '--at-most', '5'])
    expect(few).toMatchObject({ code: 1, err: expect.stringContaining('more than 5 identities') as string })
    expect(idsIn(lifeguard.world)).toHaveLength(300)

    const all = ['--filter', '', '--keep-list', list, '--at-most', '300', '--wait', '--json']
    const refused = await lifeguardCommand(['jobs', 'delete', ...poolArgs(), ...all])
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('--filter') as string })
    const gone = await lifeguardCommand(['jobs', 'delete', ...poolArgs(), ...all.with(1, 'id=us'), '--name', 'Nightly'])
    expect(jobIn(gone)).toMatchObject({ name: 'Nightly', state: 'done', done: 299, refused: 0 })
    expect(idsIn(lifeguard.world)).toEqual([kept])
    expect(idsIn(lifeguard.world)).not.toContain(other)

    const { jobId } = jobIn(gone)
    const acts = (await lifeguard.auditRows()).filter((row) => row.operation === 'DeleteMatching')
    expect(new Set(acts.map(({ actor_name: name }) => name))).toEqual(new Set([`command (${userInfo().username})`]))
    const shown = await lifeguardCommand(['jobs', 'show', jobId, '--connection', 'test'])
    expect(shown.out).toContain('299 of 299 deleted, 0 refused')
    expect((await lifeguardCommand(['jobs', 'list', '--connection', 'test'])).out).toContain(jobId)
    expect(await lifeguardCommand(['jobs', 'cancel', jobId, '--connection', 'test'])).toMatchObject({ code: 1 })
  })

  it('exports the index as it comes', async () => {
    await listening()
    const { code, out } = await lifeguardCommand(['export', ...poolArgs(), '--format', 'jsonl'])
    expect([
      code,
      out
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { identityId: string }).identityId),
    ]).toEqual([0, idsIn(lifeguard.world)])
    const csv = await lifeguardCommand(['export', ...poolArgs(), '--filter', 'id=none'])
    expect(csv.out.trim()).toBe('identity,state,logins,created,modified')
    const exports = (await lifeguard.auditRows()).filter((row) => row.operation === 'ExportIdentities')
    expect(exports.slice(-2)).toMatchObject(
      ['jsonl', 'csv'].map((format) => ({ input: expect.stringContaining(`"format":"${format}"`) as string })),
    )
  })

  it('works on the job itself where no console runs, and leaves it to any copy of PostgreSQL', async () => {
    expect(existsSync(socketPath(config().dataDir))).toBe(false)
    const { jobId: waiting } = await unwrap(scanPool({ pool: poolIn(lifeguard.world) }))
    expect((await lifeguardCommand(['jobs', 'list'])).out).toContain(waiting)
    expect((await jobNow(waiting)).state, 'whoever looks does not go on with it').toBe('waiting')
    const look = await lifeguardCommand(['jobs', 'delete', ...poolArgs(), '--filter', 'id=us', '--dry-run'])
    expect(look.out, 'two jobs on one pool are noticed').toContain('NOTE: Scan pool is waiting on this pool.')
    const scan = await lifeguardCommand(['scan', ...poolArgs(), '--json'])
    expect(scan).toMatchObject({ code: 0, err: '' })
    const { jobId, state } = jobIn(scan)
    expect(state).toBe(engine === 'sqlite' ? 'done' : 'waiting')
    if (engine === 'postgres') runnerForTest()
    await endedJob(jobId)
    expect((await jobNow(jobId)).done).toBe(1)
  })

  it('may do what the operator may, and no more', async () => {
    const viewer = { LIFEGUARD_LOCAL_ROLE: 'viewer' }
    const denied = await lifeguardCommand(['scan', ...poolArgs()], viewer)
    expect(denied).toMatchObject({
      code: 1,
      err: expect.stringContaining('Your role, viewer, may not do this.') as string,
    })
    expect((await lifeguardCommand(['jobs', 'list'], viewer)).code).toBe(0)
  })

  it('tells a pipeline of findings that are as bad as it says', async () => {
    const bad = await lifeguardCommand(['findings', '--connection', 'test', '--fail-on', 'low', '--json'])
    expect(bad.code).toBe(3)
    expect((JSON.parse(bad.out) as { findings: unknown[] }).findings.length).toBeGreaterThan(0)
    expect((await lifeguardCommand(['findings', '--connection', 'test'])).code).toBe(0)
    expect((await lifeguardCommand(['findings', '--connection', 'down', '--fail-on', 'critical'])).code).toBe(1)
  })
})

describe('the socket of the command', () => {
  consoleForTests()

  it('is for its user alone, takes the place of one that was left, and goes with its server', async () => {
    const path = socketPath(config().dataDir)
    writeFileSync(path, '')
    const end = await serveCommands(path)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    const next = await serveCommands(path)
    await end()
    expect((await lifeguardCommand(['jobs', 'list'])).out).toBe('There are no jobs.\n')
    await next()
    expect(existsSync(path)).toBe(false)
  })

  it('does nothing with what it cannot read', async () => {
    const { code, err } = await lifeguardCommand(['jobs', 'bake'])
    expect([code, err]).toEqual([2, expect.stringContaining('There is no command "jobs bake".')])
  })
})
