import { CognitoIdentity } from '@aws-sdk/client-cognito-identity'
import { afterAll, describe, expect, test } from 'vitest'
import { FACEBOOK, GOOGLE, googleToken, openPool, serveForTest } from '../serve-for-tests.ts'

const served = await serveForTest()
afterAll(served.close)
const aws = new CognitoIdentity(served.config())

async function createPool(input: object = {}) {
  const { IdentityPoolId = '' } = await aws.createIdentityPool({ ...openPool, ...input })
  return IdentityPoolId
}

async function createGuests(IdentityPoolId: string, count: number) {
  const ids: string[] = []
  for (let index = 0; index < count; index++) ids.push((await aws.getId({ IdentityPoolId })).IdentityId ?? '')
  return ids
}

async function listAll(
  input: { IdentityPoolId: string; MaxResults: number; HideDisabled?: boolean },
  onPage?: (ids: string[]) => Promise<unknown>,
) {
  const pages: string[][] = []
  let NextToken: string | undefined
  do {
    const page = await aws.listIdentities({ ...input, NextToken })
    expect(page.IdentityPoolId).toBe(input.IdentityPoolId)
    pages.push((page.Identities ?? []).map((identity) => identity.IdentityId ?? ''))
    NextToken = page.NextToken
    await onPage?.(pages.at(-1) ?? [])
  } while (NextToken !== undefined)
  return pages
}

/** Disabled for good: its only login was unlinked. */
async function createDisabled(IdentityPoolId: string, user: string) {
  const Logins = { [FACEBOOK]: user }
  const { IdentityId } = await aws.getId({ IdentityPoolId, Logins })
  await aws.unlinkIdentity({ IdentityId, Logins, LoginsToRemove: [FACEBOOK] })
  return IdentityId ?? ''
}

describe('GetId', () => {
  test('without logins makes a new guest every time, in the pool’s Region', async () => {
    const IdentityPoolId = await createPool()
    const ids = await createGuests(IdentityPoolId, 3)
    expect(new Set(ids).size).toBe(3)
    for (const id of ids) expect(id).toMatch(/^us-east-1:[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/)
  })

  test('with a login finds or makes one identity, once for many at the same time', async () => {
    const IdentityPoolId = await createPool()
    const call = () =>
      aws.getId({ IdentityPoolId, AccountId: '123456789012', Logins: { [GOOGLE]: googleToken('g-1') } })
    const ids = await Promise.all(Array.from({ length: 20 }, call))
    expect(new Set(ids.map(({ IdentityId }) => IdentityId)).size).toBe(1)
    expect(await listAll({ IdentityPoolId, MaxResults: 60 })).toEqual([[ids[0]?.IdentityId]])
  })

  test('links several logins of one user, and refuses those of two', async () => {
    const IdentityPoolId = await createPool()
    const google = { [GOOGLE]: googleToken('g-2') }
    const { IdentityId } = await aws.getId({ IdentityPoolId, Logins: { ...google, [FACEBOOK]: 'f-2' } })
    expect((await aws.describeIdentity({ IdentityId })).Logins).toEqual([GOOGLE, FACEBOOK])
    expect((await aws.getId({ IdentityPoolId, Logins: { [FACEBOOK]: 'f-2' } })).IdentityId).toBe(IdentityId)
    await aws.getId({ IdentityPoolId, Logins: { [FACEBOOK]: 'f-3' } })
    await expect(aws.getId({ IdentityPoolId, Logins: { ...google, [FACEBOOK]: 'f-3' } })).rejects.toMatchObject({
      name: 'ResourceConflictException',
    })
    await expect(aws.getId({ IdentityPoolId, Logins: { ...google, [FACEBOOK]: 'f-4' } })).rejects.toMatchObject({
      name: 'ResourceConflictException',
    })
  })

  test('keeps the users of two pools apart', async () => {
    const [one, other] = [await createPool(), await createPool()]
    const Logins = { [FACEBOOK]: 'same' }
    const ids = await Promise.all(
      [one, other].map(async (IdentityPoolId) => (await aws.getId({ IdentityPoolId, Logins })).IdentityId),
    )
    expect(ids[0]).not.toBe(ids[1])
  })

  test('refuses guests where they are off', async () => {
    const IdentityPoolId = await createPool({ AllowUnauthenticatedIdentities: false })
    await expect(aws.getId({ IdentityPoolId })).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'Unauthenticated access is not supported for this identity pool.',
    })
    await aws.getId({ IdentityPoolId, Logins: { [FACEBOOK]: 'f-9' } })
  })
})

describe('DescribeIdentity', () => {
  test('shows the three states', async () => {
    const IdentityPoolId = await createPool()
    const [guest = ''] = await createGuests(IdentityPoolId, 1)
    const { IdentityId: user } = await aws.getId({ IdentityPoolId, Logins: { [GOOGLE]: googleToken('s') } })
    const disabled = await createDisabled(IdentityPoolId, 'gone')
    expect((await aws.describeIdentity({ IdentityId: guest })).Logins).toBeUndefined()
    expect((await aws.describeIdentity({ IdentityId: user })).Logins).toEqual([GOOGLE])
    expect((await aws.describeIdentity({ IdentityId: disabled })).Logins).toEqual(['DISABLED'])
  })

  test.each(['us-east-1:00000000-0000-4000-8000-000000000000', 'x:a', 'eu-west-1:abc'])(
    'does not know %s',
    async (IdentityId) => {
      await expect(aws.describeIdentity({ IdentityId })).rejects.toMatchObject({
        name: 'ResourceNotFoundException',
        message: `Identity '${IdentityId}' not found.`,
      })
    },
  )

  test('a guest was created and modified at once, a link is a modification', async () => {
    const IdentityPoolId = await createPool()
    served.world.clock.stop()
    const { IdentityId } = await aws.getId({ IdentityPoolId })
    const guest = await aws.describeIdentity({ IdentityId })
    expect(guest.CreationDate).toEqual(guest.LastModifiedDate)
    served.world.clock.set(served.world.clock.now() + 5000)
    await aws.getOpenIdToken({ IdentityId, Logins: { [FACEBOOK]: 'm' } })
    const user = await aws.describeIdentity({ IdentityId })
    served.world.clock.reset()
    expect(user.CreationDate).toEqual(guest.CreationDate)
    expect(Number(user.LastModifiedDate) - Number(user.CreationDate)).toBe(5000)
  })
})

describe('ListIdentities', () => {
  test('pages through all, each once, with a token on every page but the last', async () => {
    const IdentityPoolId = await createPool()
    const ids = await createGuests(IdentityPoolId, 7)
    expect(await listAll({ IdentityPoolId, MaxResults: 3 })).toEqual([ids.slice(0, 3), ids.slice(3, 6), ids.slice(6)])
    expect(await listAll({ IdentityPoolId, MaxResults: 7 })).toEqual([ids])
  })

  test('an empty pool is one empty page', async () => {
    expect(await listAll({ IdentityPoolId: await createPool(), MaxResults: 60 })).toEqual([[]])
  })

  test('neither skips nor repeats when the page just read is deleted and others are made', async () => {
    const IdentityPoolId = await createPool()
    const ids = await createGuests(IdentityPoolId, 9)
    let made = 0
    const pages = await listAll({ IdentityPoolId, MaxResults: 2 }, async (page) => {
      await aws.deleteIdentities({ IdentityIdsToDelete: page })
      if (made++ < 2) await createGuests(IdentityPoolId, 1)
    })
    expect(pages.flat().slice(0, 9)).toEqual(ids)
    expect(new Set(pages.flat()).size).toBe(11)
  })

  test('a token outlives the last identity of the list', async () => {
    const IdentityPoolId = await createPool()
    const ids = await createGuests(IdentityPoolId, 3)
    const { NextToken } = await aws.listIdentities({ IdentityPoolId, MaxResults: 2 })
    await aws.deleteIdentities({ IdentityIdsToDelete: ids })
    const [late] = await createGuests(IdentityPoolId, 1)
    const page = await aws.listIdentities({ IdentityPoolId, MaxResults: 2, NextToken })
    expect(page.Identities?.map(({ IdentityId }) => IdentityId)).toEqual([late])
  })

  test('hides disabled ones in full pages when asked to', async () => {
    const IdentityPoolId = await createPool()
    const shown: string[] = []
    for (let index = 0; index < 5; index++) {
      await createDisabled(IdentityPoolId, `d-${index}`)
      shown.push(...(await createGuests(IdentityPoolId, 1)))
    }
    expect(await listAll({ IdentityPoolId, MaxResults: 2, HideDisabled: true })).toEqual([
      shown.slice(0, 2),
      shown.slice(2, 4),
      shown.slice(4),
    ])
    expect((await listAll({ IdentityPoolId, MaxResults: 60 })).flat()).toHaveLength(10)
    expect((await listAll({ IdentityPoolId, MaxResults: 60, HideDisabled: false })).flat()).toHaveLength(10)
  })
})

describe('DeleteIdentities', () => {
  test('deletes sixty at once, with their logins', async () => {
    const IdentityPoolId = await createPool()
    const Logins = { [FACEBOOK]: 'twice' }
    const { IdentityId = '' } = await aws.getId({ IdentityPoolId, Logins })
    const IdentityIdsToDelete = [IdentityId, ...(await createGuests(IdentityPoolId, 59))]
    expect((await aws.deleteIdentities({ IdentityIdsToDelete })).UnprocessedIdentityIds).toEqual([])
    expect(await listAll({ IdentityPoolId, MaxResults: 60 })).toEqual([[]])
    const { IdentityId: next } = await aws.getId({ IdentityPoolId, Logins })
    expect(next).toMatch(/^us-east-1:/)
    expect(next).not.toBe(IdentityId)
  })

  test('passes over ids that it does not know, and a repeated one', async () => {
    const [id = ''] = await createGuests(await createPool(), 1)
    const IdentityIdsToDelete = [id, id, 'us-east-1:abc', 'eu-west-1:abc']
    expect((await aws.deleteIdentities({ IdentityIdsToDelete })).UnprocessedIdentityIds).toEqual([])
  })

  test('does not reach into another Region', async () => {
    const [id = ''] = await createGuests(await createPool(), 1)
    const elsewhere = new CognitoIdentity(served.config('eu-west-1'))
    await elsewhere.deleteIdentities({ IdentityIdsToDelete: [id] })
    expect((await aws.describeIdentity({ IdentityId: id })).IdentityId).toBe(id)
  })

  test('denies unknown ids when it is told to', async () => {
    served.world.unknownIds = 'deny'
    const [id = ''] = await createGuests(await createPool(), 1)
    const answer = await aws.deleteIdentities({ IdentityIdsToDelete: ['us-east-1:abc', id] })
    served.world.unknownIds = 'ignore'
    expect(answer.UnprocessedIdentityIds).toEqual([{ IdentityId: 'us-east-1:abc', ErrorCode: 'AccessDenied' }])
  })
})
