import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { startEmulator } from '../../e2e/fixtures/emulator.ts'
import type { Emulator } from '../../e2e/fixtures/emulator.ts'
import { migrate } from '../../lib/db/migrate.ts'
import { closeStore, store } from '../../lib/db/open.ts'

export const REGION = 'us-east-1'

/** `quotas`: what the emulator allows; `known`: what the connection knows of it; `databaseUrl`: empty for the embedded store. */
type WorldOptions = {
  count: number
  quotas: string
  latencyMs: number
  known: Record<string, number>
  databaseUrl: string
}

export interface SeededWorld {
  emulator: Emulator
  /** Another one each time: what is known of a quota stays with its connection. */
  connectionId: string
  poolId: string
  ids: string[]
}

let worlds = 0

/** An emulator with one pool of so many identities, and in this process the store of a console with a connection to it. */
export async function inSeededWorld<T>(options: WorldOptions, measure: (world: SeededWorld) => Promise<T>): Promise<T> {
  const { count, quotas, latencyMs, known, databaseUrl } = options
  const directory = mkdtempSync(join(tmpdir(), 'lifeguard-bulk-'))
  const data = join(directory, 'emulator.sqlite')
  const seeded = await startEmulator({ seed: count, data })
  await seeded.stop()
  const { poolId, ids } = seedOf(data)
  const emulator = await startEmulator({ data, quotas, latency: latencyMs })
  worlds += 1
  const connectionId = `bench-${worlds}`
  const config = { connections: [{ id: connectionId, endpoint: emulator.url, regions: [REGION], quotas: known }] }
  writeFileSync(join(directory, 'lifeguard.config.json'), JSON.stringify(config))
  Object.assign(process.env, {
    LIFEGUARD_CONFIG: join(directory, 'lifeguard.config.json'),
    LIFEGUARD_DATA_DIR: directory,
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: 'silent',
  })
  for (const name of ['lifeguardConfig', 'lifeguardGates', 'lifeguardClients']) Reflect.deleteProperty(globalThis, name)
  try {
    await migrate(store(), databaseUrl === '' ? 'sqlite' : 'postgres')
    return await measure({ emulator, connectionId, poolId, ids })
  } finally {
    await closeStore()
    await emulator.stop()
    rmSync(directory, { recursive: true })
  }
}

/** The pool and all identities in the emulator's own file. */
function seedOf(file: string) {
  const data = new DatabaseSync(file, { readOnly: true })
  const ids = data.prepare('select id from identity order by number').all()
  const pool = data.prepare('select id from pool').get()
  data.close()
  return { poolId: String(pool?.['id']), ids: ids.map(({ id }) => String(id)) }
}
