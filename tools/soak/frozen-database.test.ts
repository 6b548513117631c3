import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { startPostgres, type PostgresServer } from '../postgres-server.ts'
import { consoleForTests } from '../../lib/operation/console-for-tests.ts'
import { isReady } from '../../lib/operation/is-ready.ts'
import { listAuditEntries } from '../../lib/history/actions.ts'
import { everything } from '../../lib/history/audit-filter.ts'
import { createIdentityPool, listIdentityPools } from '../../lib/pools/actions.ts'
import { store, type Db } from '../../lib/db/open.ts'

const place = { connectionId: 'test', region: 'us-east-1' }
const newPool = { ...place, name: 'Made by a test', allowUnauthenticated: true, developerProviderName: '' }
const create = () => createIdentityPool(newPool)
const look = () => listAuditEntries({ filter: everything })

async function timed<Result>(work: Promise<Result>) {
  const began = performance.now()
  const result = await work
  return { result, ms: performance.now() - began }
}

describe('a database that hangs', { timeout: 60_000 }, () => {
  let server: PostgresServer | null = null
  const databaseUrl = async () => {
    server = await startPostgres()
    return server.url
  }
  const lifeguard = consoleForTests({ engine: 'postgres', databaseUrl, after: () => server?.stop() })

  /** As many connections as there can be are open and have been used. */
  const warmUp = () =>
    Promise.all(Array.from({ length: 10 }, () => store().selectFrom('audit_head').selectAll().execute()))

  it.each([
    ['with connections that were used', warmUp],
    ['with its connections gone', () => server?.restart()],
  ])('%s is told within a second, every act ends within six, and all goes on afterwards', async (_, prepare) => {
    await prepare()
    await server?.freeze()
    const ready = await timed(isReady())
    expect(ready.result).toBe(false)
    expect(ready.ms).toBeLessThan(1_000)
    const acts = await Promise.all([create, look, create, look].map((act) => timed<{ ok: boolean }>(act())))
    for (const { result, ms } of acts) {
      expect(result).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE', reference: expect.any(String) } })
      expect(ms).toBeLessThan(6_000)
    }
    expect((await timed(isReady())).ms).toBeLessThan(1_000)

    await server?.thaw()
    await expect.poll(isReady, { timeout: 10_000 }).toBe(true)
    expect(await look()).toMatchObject({ ok: true })
    expect(await listIdentityPools(place)).toMatchObject({ ok: true, value: { pools: [] } })
    expect(await lifeguard.auditRows()).toEqual([])
  })

  it('in the middle of a transaction is told as soon', async () => {
    const began = performance.now()
    const work = store()
      .transaction()
      .execute(async (transaction) => {
        await transaction.selectFrom('audit_head').selectAll().execute()
        await server?.freeze()
        await transaction.selectFrom('audit_head').selectAll().execute()
      })
    await expect(work).rejects.toThrow('The database does not answer')
    expect(performance.now() - began).toBeLessThan(6_000)
    await server?.thaw()
    await expect.poll(isReady, { timeout: 10_000 }).toBe(true)
  })

  it('is not one in which a statement waits for another one', async () => {
    const touch = (db: Db) => db.updateTable('readiness').set({ written_at: 1 }).execute()
    const holding = store()
      .transaction()
      .execute(async (transaction) => {
        await touch(transaction)
        await wait(5_000)
      })
    await wait(500)
    expect(await touch(store())).toHaveLength(1)
    await holding
  })
})
