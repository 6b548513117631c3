import { expect, it } from 'vitest'
import { onceEach } from './once-each.ts'
import type { FoundIdentity } from './person-search.ts'

const found = (connectionId: string, identityId: string, more: Partial<FoundIdentity> = {}): FoundIdentity => ({
  connectionId,
  identityId,
  pool: null,
  read: 'present',
  identity: null,
  userIdentifiers: [],
  notes: 0,
  foundBy: [{ by: 'id' }],
  ...more,
})

it('an identity that two connections reach is one, of the one that may write', () => {
  const rows = onceEach(
    [
      found('look', 'a', { notes: 1, userIdentifiers: ['ada'], pool: { poolId: 'p', name: 'Pool' } }),
      found('prod', 'a', { notes: 2, foundBy: [{ by: 'id' }, { by: 'user', userIdentifier: 'ada' }] }),
      found('look', 'b'),
      found('prod', 'c', { read: 'gone' }),
      found('other', 'c', { read: 'unread' }),
    ],
    new Set(['look']),
  )
  expect(rows).toMatchObject([
    {
      connectionId: 'prod',
      identityId: 'a',
      alsoIn: ['look'],
      notes: 3,
      userIdentifiers: ['ada'],
      readOnly: false,
      pool: { poolId: 'p' },
      foundBy: [{ by: 'id' }, { by: 'user', userIdentifier: 'ada' }],
    },
    { connectionId: 'look', identityId: 'b', alsoIn: [], readOnly: true },
    { connectionId: 'other', identityId: 'c', alsoIn: ['prod'] },
  ])
})
