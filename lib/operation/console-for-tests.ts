import 'server-only'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, vi } from 'vitest'
import { joinPersonal, parsePersonal } from '../audit/personal.ts'
import { migrate } from '../db/migrate.ts'
import type { Engine } from '../db/migrations/engine.ts'
import { closeStore, store } from '../db/open.ts'
import { closeSideStore } from '../db/read-store.ts'
import { newDatabase } from '../db/store-for-tests.ts'
import { listen } from '../emulator/server/listen.ts'
import { createWorld, type WorldOptions } from '../emulator/create-world.ts'
import type { World } from '../emulator/state/world.ts'

/** What a console is told by; a test's own variables stay. */
const VARIABLES = ['LIFEGUARD_CONFIG', 'LIFEGUARD_DATA_DIR', 'LIFEGUARD_LOCAL_ROLE', 'DATABASE_URL', 'LOG_LEVEL']

type Setup = {
  /** Of its store. */
  engine?: Engine
  /** Where its PostgreSQL is; a new database of the tests' server unless told otherwise. */
  databaseUrl?: () => Promise<string>
  /** Comes when it has ended. */
  after?: () => Promise<void> | undefined
  role?: 'viewer' | 'support' | 'admin'
  world?: WorldOptions
  /** More connections; `endpoint` is the emulator's address. */
  connections?: (endpoint: string) => object[]
  /** Sections of the configuration. */
  audit?: object
  jobs?: object
  webhook?: object
  /** People sign in there, and nobody is the local operator by a role of its own. */
  oidc?: object
}

/**
 * A console without pages for the tests of one file: actions, a store of its own and an emulator over HTTP. The
 * connections are `test`, the emulator in two Regions; `fixed`, the same read-only; `admins`, for admins only; `down`,
 * where nothing listens; and those of the setup.
 */
export function consoleForTests({
  engine = 'sqlite',
  databaseUrl = newDatabase,
  after,
  role = 'admin',
  world: options = {},
  connections = () => [],
  ...sections
}: Setup = {}) {
  const started: { world?: World } = {}
  beforeAll(async () => {
    const directory = await mkdtemp(join(tmpdir(), 'lifeguard-console-'))
    const world = createWorld({ randomSeed: 1, ...options })
    const { server, url } = await listen(world, { host: '127.0.0.1', port: 0 })
    const emulator = { endpoint: url, regions: ['us-east-1', 'eu-west-1'] }
    const all = [
      { ...emulator, id: 'test', name: 'Test' },
      { ...emulator, id: 'fixed', name: 'Fixed', readOnly: true },
      { ...emulator, id: 'admins', name: 'Admins only', roles: ['admin'] },
      { id: 'down', name: 'Down', endpoint: 'http://127.0.0.1:9', regions: ['us-east-1'] },
      ...connections(url),
    ]
    await writeFile(join(directory, 'lifeguard.config.json'), JSON.stringify({ connections: all, ...sections }))
    vi.stubEnv('LIFEGUARD_CONFIG', join(directory, 'lifeguard.config.json'))
    vi.stubEnv('LIFEGUARD_DATA_DIR', directory)
    if (!sections.oidc) vi.stubEnv('LIFEGUARD_LOCAL_ROLE', role)
    if (engine === 'postgres') vi.stubEnv('DATABASE_URL', await databaseUrl())
    vi.stubEnv('LOG_LEVEL', 'silent')
    forgetProcess()
    await migrate(store(), engine)
    started.world = world
    return async () => {
      await closeSideStore()
      await closeStore()
      for (const name of VARIABLES) vi.stubEnv(name, undefined)
      forgetProcess()
      server.closeAllConnections()
      server.close()
      await rm(directory, { recursive: true })
      await after?.()
    }
  })
  return {
    get world(): World {
      if (!started.world) throw new Error('The emulator is there from beforeAll on')
      return started.world
    },
    /** The audit's rows, oldest first, what stands beside the chain put back. */
    auditRows: wholeRows,
  }
}

/** What modules keep for their process; another file of the same worker has a console of its own. */
function forgetProcess() {
  for (const name of ['lifeguardConfig', 'lifeguardLog']) Reflect.deleteProperty(globalThis, name)
  for (const name of ['lifeguardPaces', 'lifeguardGates', 'lifeguardLooks']) {
    const kept: unknown = Reflect.get(globalThis, name)
    if (kept instanceof Map) kept.clear()
  }
}

async function wholeRows() {
  const rows = await store()
    .selectFrom('audit_entry as entry')
    .leftJoin('audit_personal as person', 'person.sequence', 'entry.sequence')
    .selectAll('entry')
    .select('person.value')
    .orderBy('entry.sequence')
    .execute()
  return rows.map(({ value, ...row }) => {
    const person = parsePersonal(value)
    const whole = (json: string | null) =>
      json && JSON.stringify(joinPersonal(JSON.parse(json), person?.values ?? null, 'erased'))
    const states = { input: whole(row.input), before: whole(row.before), after: whole(row.after) }
    return { ...row, ...states, error_message: person?.error ?? null, reason: person?.reason ?? null }
  })
}
