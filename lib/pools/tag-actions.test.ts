import { describe, expect, it } from 'vitest'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { createIdentityPool, describeIdentityPool } from './actions.ts'
import { unwrap } from '../core/result.ts'
import { savedBy } from '../facts/saved-by-for-tests.ts'
import { listTagsForResource, tagResource, untagResource } from './tag-actions.ts'

const lifeguard = consoleForTests()

async function taggedPool(tags: Record<string, string>) {
  const pool = await unwrap(createIdentityPool({ connectionId: 'test', region: 'us-east-1', name: 'Tagged', tags }))
  return { connectionId: 'test', poolId: pool.poolId }
}

describe('tags of a pool', () => {
  it('are added, changed and removed, and the others stay', async () => {
    const pool = await taggedPool({ team: 'blue', stage: 'test' })
    const seen = await unwrap(listTagsForResource({ pool }))
    const added = await savedBy(tagResource({ pool, seen: seen.fingerprint, tags: { team: 'red', owner: '' } }))
    expect(added.tags).toEqual({ team: 'red', stage: 'test', owner: '' })
    const { tags } = await savedBy(untagResource({ pool, seen: added.fingerprint, keys: ['stage'] }))
    expect(tags).toEqual({ team: 'red', owner: '' })
  })

  it('are not changed when somebody else did meanwhile', async () => {
    const pool = await taggedPool({ team: 'blue' })
    const seen = await unwrap(listTagsForResource({ pool }))
    await savedBy(tagResource({ pool, seen: seen.fingerprint, tags: { theirs: 'yes' } }))
    const mine = await untagResource({ pool, seen: seen.fingerprint, keys: ['team'] })
    expect(mine).toMatchObject({ ok: false, error: { code: 'CONFLICT' } })
    expect((await unwrap(listTagsForResource({ pool }))).tags).toEqual({ team: 'blue', theirs: 'yes' })
  })

  it('are refused with a key of AWS before anything is sent', async () => {
    const pool = await taggedPool({})
    const seen = await unwrap(listTagsForResource({ pool }))
    const refused = await tagResource({ pool, seen: seen.fingerprint, tags: { 'aws:mine': 'no' } })
    expect(refused).toMatchObject({ ok: false, error: { code: 'VALIDATION' } })
    expect(await unwrap(listTagsForResource({ pool }))).toEqual(seen)
  })

  it('leave the rest of the pool as it was, before and after in the audit', async () => {
    const pool = await taggedPool({ team: 'blue' })
    const { fingerprint: _, tags: __, ...before } = await unwrap(describeIdentityPool({ pool }))
    const seen = await unwrap(listTagsForResource({ pool }))
    await savedBy(tagResource({ pool, seen: seen.fingerprint, tags: { team: 'red' } }))
    expect(await unwrap(describeIdentityPool({ pool }))).toMatchObject({ ...before, tags: { team: 'red' } })
    const last = (await lifeguard.auditRows()).at(-1)
    expect(JSON.parse(last?.before ?? '')).toEqual({ tags: { team: 'blue' } })
    expect(JSON.parse(last?.after ?? '')).toEqual({ tags: { team: 'red' } })
  })
})
