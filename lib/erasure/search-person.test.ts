import { CreateIdentityPoolCommand } from '@aws-sdk/client-cognito-identity'
import { expect, describe, it, onTestFinished } from 'vitest'
import { unwrap } from '../core/result.ts'
import { mergeDeveloperIdentities } from '../developer-identities/actions.ts'
import { deleteIdentities } from '../identities/actions.ts'
import { addIdentityNote } from '../identity-notes/actions.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { askAgain } from './ask-again.ts'
import { personAsker } from './ask-everywhere.ts'
import { eraseIdentities } from './actions.ts'
import { ledNowhere } from './led-nowhere.ts'
import { personForTests } from './person-for-tests.ts'
import { searchPerson } from './search-person.ts'
import type { Searchable } from './search-ledger.ts'

const lifeguard = consoleForTests()
const TEST: Searchable = { id: 'test', name: 'Test', regions: ['us-east-1', 'eu-west-1'], readOnly: false }
const DOWN: Searchable = { id: 'down', name: 'Down', regions: ['us-east-1'], readOnly: false }
const FIXED: Searchable = { id: 'fixed', name: 'Fixed', regions: ['eu-west-1'], readOnly: true }

const person = (region?: string) => personForTests(lifeguard.world, region)
const search = (connections: Searchable[], identifiers: string[], identityIds: string[] = [], asker = personAsker()) =>
  searchPerson(connections, { identifiers, identityIds }, asker, () => undefined)
const hurt = (fault: { operation: string; error: string; id?: string; count?: number }) => {
  lifeguard.world.faults.add([fault])
  onTestFinished(() => lifeguard.world.faults.clear())
}

describe('the search for a person', () => {
  it('goes on from each identifier to what else leads to what it found', async () => {
    const { pool, join } = person()
    const home = await pool('Home')
    const shop = await pool('Shop')
    const west = await person('eu-west-1').pool('West')
    const first = await join(home.poolId, ['48213', 'jane@example.com'])
    const second = await join(shop.poolId, ['jane@example.com', 'jane-w'])
    const third = await person('eu-west-1').join(west.poolId, ['jane-w'])
    const { found, identifiers, unsearched } = await search([TEST], ['48213'])
    expect(found).toMatchObject([
      { identityId: first, pool: { name: 'Home' }, foundBy: [{ userIdentifier: '48213' }, { by: 'user' }] },
      { identityId: second, pool: { name: 'Shop' }, read: 'present', notes: 0 },
      { identityId: third, userIdentifiers: ['jane-w'] },
    ])
    expect(found[0]?.foundBy).toContainEqual({ by: 'user', userIdentifier: 'jane@example.com' })
    expect(identifiers).toEqual(['48213', 'jane@example.com', 'jane-w'])
    expect(unsearched).toEqual([])
  })

  it('finds what was merged away, and what is gone and was written about', async () => {
    const { pool: home, identityIds } = await person().signUp(['kim'], ['kim-old'], ['kim-gone'])
    const [stays = '', moves = '', gone = ''] = identityIds
    const pool = { connectionId: 'test', poolId: home.poolId }
    const side = (user: string, identityId: string) => ({
      userIdentifier: user,
      identityId,
      logins: [home.provider],
      userIdentifiers: [user],
    })
    await unwrap(
      mergeDeveloperIdentities({
        pool,
        providerName: home.provider,
        source: side('kim-old', moves),
        destination: side('kim', stays),
      }),
    )
    await unwrap(addIdentityNote({ identity: { connectionId: 'test', identityId: gone }, text: 'Called' }))
    await unwrap(eraseIdentities({ connectionId: 'test', region: 'us-east-1', identityIds: [gone] }))
    const { found } = await search([TEST], ['kim'], [gone, 'us-east-1:00000000-0000-4000-8000-00000000dead'])
    const of = (identityId: string) => found.find((one) => one.identityId === identityId)
    expect(found).toHaveLength(3)
    expect(of(gone)).toMatchObject({ read: 'gone', notes: 1, foundBy: [{ by: 'id' }] })
    expect(of(stays)).toMatchObject({ read: 'present', userIdentifiers: ['kim', 'kim-old'] })
    expect(of(moves)).toMatchObject({ identity: { state: 'disabled' } })
    expect(of(moves)?.foundBy).toContainEqual({ by: 'merge', identityId: stays, side: 'into' })
    expect((await search([TEST], [], [moves])).found.map(({ identityId }) => identityId)).toEqual([moves, stays])
  })

  it.each(['present', 'gone'])(
    'finds the other half of a merge whose answer was lost when that is %s',
    async (read) => {
      const { pool: home, identityIds } = await person().signUp(['mo'], ['mo-old'])
      const [stays = '', moves = ''] = identityIds
      const side = (user: string, identityId: string) => ({
        userIdentifier: user,
        identityId,
        logins: [home.provider],
        userIdentifiers: [user],
      })
      lifeguard.world.faults.add([
        { operation: 'MergeDeveloperIdentities', error: 'Disconnect', when: 'after', count: 1 },
      ])
      await mergeDeveloperIdentities({
        pool: { connectionId: 'test', poolId: home.poolId },
        providerName: home.provider,
        source: side('mo-old', moves),
        destination: side('mo', stays),
      })
      if (read === 'gone')
        await unwrap(eraseIdentities({ connectionId: 'test', region: 'us-east-1', identityIds: [moves] }))
      const { found } = await search([TEST], ['mo'])
      expect(found.find(({ identityId }) => identityId === moves)).toMatchObject({
        read,
        foundBy: [{ by: 'merge', identityId: stays, side: 'into', ...(read === 'gone' && { doubt: true }) }],
      })
    },
  )

  it('finds by an identifier who was deleted earlier, with the notes on them', async () => {
    const { pool, identityIds } = await person().signUp(['pat-1', 'pat-mail'], ['quinn-1'])
    const [pat = '', quinn = ''] = identityIds
    await unwrap(addIdentityNote({ identity: { connectionId: 'test', identityId: pat }, text: 'Called' }))
    await unwrap(
      deleteIdentities({
        connectionId: 'test',
        region: 'us-east-1',
        pool: { connectionId: 'test', poolId: pool.poolId },
        identityIds: [pat, quinn],
        lookUp: true,
      }),
    )
    const { found, identifiers } = await search([TEST], ['pat-1'])
    expect(found).toMatchObject([
      {
        identityId: pat,
        read: 'gone',
        notes: 1,
        userIdentifiers: ['pat-1', 'pat-mail'],
        pool: { poolId: pool.poolId },
      },
    ])
    expect(found[0]?.foundBy).toContainEqual({ by: 'log', userIdentifier: 'pat-1' })
    expect(identifiers).toEqual(['pat-1', 'pat-mail'])
  })

  it('finds notes of others that name the person, and not the others', async () => {
    const { identityIds } = await person().signUp(['bob-1'], ['noted@example.com'])
    const identity = { connectionId: 'test', identityId: identityIds[0] ?? '' }
    await unwrap(addIdentityNote({ identity, text: 'Husband of Noted%40example.com' }))
    await unwrap(addIdentityNote({ identity, text: 'Husband of unnoted@example.com' }))
    const { found, notes } = await search([TEST], ['noted@example.com'])
    expect(found.map(({ identityId }) => identityId)).toEqual([identityIds[1]])
    expect(notes).toMatchObject([{ ...identity, text: 'Husband of Noted%40example.com', version: 1 }])
    expect((await search([TEST], ['not'])).notes).toEqual([])
  })

  it('finds an identity by its id on every connection that reaches it, with its pool and its users', async () => {
    const west = person('eu-west-1')
    const home = await west.pool('West 2')
    const identityId = await west.join(home.poolId, ['lee'])
    const { found, unsearched } = await search([TEST, FIXED, DOWN], [], [identityId])
    expect(found.map(({ connectionId, pool, userIdentifiers }) => [connectionId, pool?.name, userIdentifiers])).toEqual(
      [
        ['test', 'West 2', ['lee']],
        ['fixed', 'West 2', ['lee']],
      ],
    )
    expect(unsearched.map(({ connectionId, why, region }) => [connectionId, why, region])).toEqual([
      ['fixed', 'read-only', null],
      ['down', 'no answer', 'us-east-1'],
    ])
  })

  it('names every place that could not be asked, and why', async () => {
    const { pool } = person()
    const [refused, busy] = [await pool('Refuses'), await pool('Busy')]
    const { client } = person()
    const mute = await client.send(
      new CreateIdentityPoolCommand({ IdentityPoolName: 'Mute', AllowUnauthenticatedIdentities: true }),
    )
    hurt({ operation: 'LookupDeveloperIdentity', error: 'AccessDeniedException', id: refused.poolId })
    hurt({ operation: 'LookupDeveloperIdentity', error: 'TooManyRequestsException', id: busy.poolId })
    const { unsearched, connections } = await search([TEST], ['nobody'], [], personAsker(1))
    const told = new Map(unsearched.map((place) => [place.poolId, place]))
    expect(told.get(refused.poolId)).toMatchObject({
      why: 'refused',
      poolName: 'Refuses',
      detail: expect.stringMatching(/AccessDenied/),
    })
    expect(told.get(busy.poolId)).toMatchObject({ why: 'throttled', poolName: 'Busy' })
    expect(told.get(mute.IdentityPoolId ?? '')).toMatchObject({ why: 'no developer provider', poolName: 'Mute' })
    expect(connections).toMatchObject([{ connectionId: 'test', regions: ['us-east-1', 'eu-west-1'] }])
  })

  it('asks again where it failed, and says what led nowhere', async () => {
    const { identityIds, pool } = await person().signUp(['again-1', 'again-2'])
    hurt({ operation: 'LookupDeveloperIdentity', error: 'AccessDeniedException', id: pool.poolId })
    const earlier = await search([TEST], ['again-1', 'stray-1'])
    expect([earlier.found, ledNowhere({ identifiers: ['again-1', 'stray-1'], identityIds: [] }, earlier)]).toEqual([
      [],
      ['again-1', 'stray-1'],
    ])
    lifeguard.world.faults.clear()
    const again = await askAgain([TEST], earlier, personAsker(), () => undefined)
    expect(again.found.map(({ identityId }) => identityId)).toEqual(identityIds)
    expect(again.identifiers).toEqual(['again-1', 'stray-1', 'again-2'])
    expect(again.unsearched.filter(({ poolId }) => poolId === pool.poolId)).toEqual([])
    expect(ledNowhere({ identifiers: ['again-1', 'stray-1'], identityIds: [] }, again)).toEqual(['stray-1'])
  })

  it('waits a throttle out and finds the person then', async () => {
    const { identityIds, pool } = await person().signUp(['patience'])
    hurt({ operation: 'LookupDeveloperIdentity', error: 'TooManyRequestsException', id: pool.poolId, count: 2 })
    const { found, unsearched } = await search([TEST], ['patience'])
    expect(found.map(({ identityId }) => identityId)).toEqual(identityIds)
    expect(unsearched.filter(({ poolId }) => poolId === pool.poolId)).toEqual([])
  })

  it('keeps an identity that it was led to and could not read', async () => {
    const { identityIds } = await person().signUp(['hidden'])
    hurt({ operation: 'DescribeIdentity', error: 'AccessDeniedException', id: identityIds[0] ?? '' })
    const { found, unsearched } = await search([TEST], ['hidden'])
    expect(found).toMatchObject([{ identityId: identityIds[0], read: 'unread', identity: null }])
    expect(unsearched).toContainEqual(
      expect.objectContaining({ why: 'refused', detail: expect.stringMatching(/Describe/) }),
    )
  })
})
