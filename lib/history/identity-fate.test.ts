import { describe, expect, it } from 'vitest'
import { mergeDeveloperIdentities, unlinkDeveloperIdentity } from '../developer-identities/actions.ts'
import { peopleForTests } from '../developer-identities/people-for-tests.ts'
import { deleteIdentities } from '../identities/actions.ts'
import { addIdentityNote } from '../identity-notes/actions.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { createIdentityPool } from '../pools/actions.ts'
import { aboutIdentity } from './about-identity.ts'
import { describeIdentityFate, listIdentityHistory } from './actions.ts'

const lifeguard = consoleForTests()
const providerName = 'login.test.example'
const ref = (identityId: string) => ({ connectionId: 'test', identityId })
const nothing = {
  deleted: null,
  unlinked: null,
  mergedInto: null,
  mergedFrom: [],
  mayHaveMergedInto: [],
  mayHaveMergedFrom: [],
  poolId: null,
}

async function people(...users: string[]) {
  const made = await createIdentityPool({
    connectionId: 'test',
    region: 'us-east-1',
    name: 'People',
    allowUnauthenticated: true,
    developerProviderName: providerName,
  })
  if (!made.ok) throw new Error(made.error.message)
  const { poolId } = made.value
  const signUp = (user: string) => peopleForTests(lifeguard.world).signUp(poolId, { [providerName]: user })
  const ids: string[] = []
  for (const user of users) ids.push(await signUp(user))
  return { pool: { connectionId: 'test', poolId }, ids }
}

const fateOf = async (identityId: string) => {
  const answer = await describeIdentityFate({ identity: ref(identityId) })
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value
}
const seen = (userIdentifier: string, identityId: string) => ({
  userIdentifier,
  identityId,
  logins: [providerName],
  userIdentifiers: [userIdentifier],
})
const by = { by: 'Local operator', at: expect.any(Number) }

it('both sides of a merge know each other, and nobody else does', async () => {
  const { pool, ids } = await people('ada', 'ada@example.com', 'bob')
  const [stays = '', moves = '', other = ''] = ids
  await mergeDeveloperIdentities({
    pool,
    providerName,
    source: seen('ada@example.com', moves),
    destination: seen('ada', stays),
  })
  expect(await fateOf(moves)).toMatchObject({
    ...nothing,
    poolId: pool.poolId,
    mergedInto: { ...by, identityId: stays },
  })
  expect(await fateOf(stays)).toMatchObject({
    ...nothing,
    poolId: pool.poolId,
    mergedFrom: [{ ...by, identityId: moves }],
  })
  expect(await fateOf(other)).toEqual(nothing)
  const history = await listIdentityHistory({ identity: ref(moves) })
  const [entry] = history.ok ? history.value.entries : []
  expect(entry && [stays, moves].map((id) => aboutIdentity(entry, id))).toEqual([
    { what: 'ada@example.com into ada', other: { identityId: moves, side: 'from' } },
    { what: 'ada@example.com into ada', other: { identityId: stays, side: 'into' } },
  ])
})

describe('a merge whose answer is lost', () => {
  async function lostMerge(when: 'before' | 'after') {
    const { pool, ids } = await people('ada', 'ada@example.com')
    const [stays = '', moves = ''] = ids
    lifeguard.world.faults.add([{ operation: 'MergeDeveloperIdentities', error: 'Disconnect', when, count: 1 }])
    const sides = { source: seen('ada@example.com', moves), destination: seen('ada', stays) }
    expect(await mergeDeveloperIdentities({ pool, providerName, ...sides })).toMatchObject({
      error: { code: 'UNKNOWN_OUTCOME' },
    })
    return { stays, moves, poolId: pool.poolId }
  }

  it('counts as made where the service shows it', async () => {
    const { stays, moves, poolId } = await lostMerge('after')
    expect(await fateOf(moves)).toMatchObject({ ...nothing, poolId, mergedInto: { ...by, identityId: stays } })
    expect(await fateOf(stays)).toMatchObject({ ...nothing, poolId, mergedFrom: [{ ...by, identityId: moves }] })
  })

  it('is nobody’s fate where the service shows both as they were', async () => {
    const { stays, moves } = await lostMerge('before')
    expect(await fateOf(moves)).toEqual(nothing)
    expect(await fateOf(stays)).toEqual(nothing)
  })

  it('may have been made where the service shows nothing of it any more', async () => {
    const { stays, moves } = await lostMerge('after')
    await deleteIdentities({ connectionId: 'test', region: 'us-east-1', identityIds: [moves] })
    expect(await fateOf(stays)).toMatchObject({ ...nothing, mayHaveMergedFrom: [{ ...by, identityId: moves }] })
    expect(await fateOf(moves)).toMatchObject({
      ...nothing,
      deleted: by,
      mayHaveMergedInto: [{ ...by, identityId: stays }],
    })
  })
})

it('a deletion is told of those that were deleted, whatever was written afterwards', async () => {
  const { ids } = await people('ada', 'bob')
  const [gone = '', refused = ''] = ids
  lifeguard.world.faults.add([{ operation: 'DeleteIdentities', error: 'AccessDenied', id: refused, count: 1 }])
  await deleteIdentities({ connectionId: 'test', region: 'us-east-1', identityIds: [gone, refused] })
  for (let index = 0; index < 7; index += 1) await addIdentityNote({ identity: ref(gone), text: `Note ${index}` })
  expect(await fateOf(gone)).toMatchObject({ ...nothing, deleted: by })
  expect(await fateOf(refused)).toEqual(nothing)
})

it('an identity whose last user was unlinked says by whom', async () => {
  const { pool, ids } = await people('ada')
  const [identityId = ''] = ids
  const unlinking = { pool, identity: ref(identityId), providerName, userIdentifier: 'ada' }
  await unlinkDeveloperIdentity({ ...unlinking, disables: false })
  expect(await fateOf(identityId), 'what was refused is no fate').toEqual(nothing)
  await unlinkDeveloperIdentity({ ...unlinking, disables: true })
  expect(await fateOf(identityId)).toMatchObject({ ...nothing, poolId: pool.poolId, unlinked: by })
})
