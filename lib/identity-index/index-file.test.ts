import { expect, it } from 'vitest'
import { ENGINES, storeForTest } from '../db/store-for-tests.ts'
import { indexFile } from './index-file.ts'
import { identitiesForTest, meets, scanForTest, testPool } from './index-for-tests.ts'
import { everyIdentity } from './schema.ts'

it.each(ENGINES)('an index is exported whole, line by line, on %s', async (engine) => {
  const db = await storeForTest(engine)
  const identities = identitiesForTest(4_500)
  await expect(indexFile(testPool, everyIdentity, 'csv', db)).rejects.toMatchObject({ shape: { code: 'NOT_FOUND' } })
  await scanForTest(db, identities)
  const text = async (...asked: Parameters<typeof indexFile>) =>
    (await Array.fromAsync(await indexFile(...asked))).join('')
  const lines = (await text(testPool, everyIdentity, 'jsonl', db)).trimEnd().split('\n')
  const byId = new Map(
    lines.map((line) => JSON.parse(line) as { identityId: string; state: string }).map((one) => [one.identityId, one]),
  )
  expect([lines.length, byId.size]).toEqual([4_500, 4_500])
  const filter = { ...everyIdentity, states: ['disabled' as const] }
  const csv = (await text(testPool, filter, 'csv', db)).trimEnd().split('\r\n')
  expect(csv[0]).toBe('identity,state,logins,created,modified')
  const wanted = identities.filter((identity) => meets(identity, filter)).map(({ identityId }) => identityId)
  expect(new Set(csv.slice(1).map((line) => line.split(',')[0]))).toEqual(new Set(wanted))
  expect(csv).toHaveLength(wanted.length + 1)
})
