import 'server-only'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { inject, onTestFinished } from 'vitest'
import type { Engine } from './migrations/engine.ts'
import { migrate } from './migrate.ts'
import { openStore, type Db, type StorePlace } from './open.ts'

export const ENGINES: readonly Engine[] = ['sqlite', 'postgres']

/** A place for a store that only this test uses and that ends with it. */
export async function storePlace(engine: Engine): Promise<StorePlace> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lifeguard-store-'))
  onTestFinished(() => rm(dataDir, { recursive: true }))
  return { dataDir, databaseUrl: engine === 'postgres' ? await newDatabase() : null }
}

/** Opens a store and closes it when the test ends. */
export function openForTest(place: StorePlace): Db {
  const db = openStore(place)
  onTestFinished(() => db.destroy())
  return db
}

/** As many handles as can write at once: copies of the console share PostgreSQL, one process has the embedded store. */
export function copiesForTest(place: StorePlace, count: number): Db[] {
  const shared = openForTest(place)
  return Array.from({ length: count }, () => (place.databaseUrl === null ? shared : openForTest(place)))
}

/** A migrated, empty store of this test. */
export async function storeForTest(engine: Engine): Promise<Db> {
  const db = openForTest(await storePlace(engine))
  await migrate(db, engine)
  return db
}

/** The URL of a new, empty database of the tests' server. */
export async function newDatabase(): Promise<string> {
  const url = new URL(inject('postgresUrl'))
  const client = new Client(url.href)
  await client.connect()
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await client.query(`create database ${name}`)
  await client.end()
  url.pathname = name
  return url.href
}
