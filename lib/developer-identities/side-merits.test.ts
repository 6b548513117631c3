import { expect, it } from 'vitest'
import type { MergeSide } from './developer-identity.ts'
import { sideMerits } from './side-merits.ts'

const PROVIDER = 'login.test.example'

const side = (
  identityId: string,
  dates: { createdAt: number | null; modifiedAt: number | null },
  more: string[] = [],
) =>
  ({
    userIdentifier: identityId,
    identity: { identityId, state: 'authenticated', logins: [PROVIDER, ...more], ...dates },
    userIdentifiers: [identityId],
  }) satisfies MergeSide

it('tells the older side, the one with more logins and the one that changed last', () => {
  const old = side('us-east-1:a', { createdAt: 1, modifiedAt: 5 })
  const young = side('us-east-1:b', { createdAt: 2, modifiedAt: 6 }, ['accounts.google.com'])
  expect(sideMerits(old, young, PROVIDER)).toEqual(['Older'])
  expect(sideMerits(young, old, PROVIDER)).toEqual(['More logins', 'Changed last'])
})

it('says nothing of what is equal or not known, nor of one identity', () => {
  const one = side('us-east-1:a', { createdAt: 1, modifiedAt: null })
  expect(sideMerits(one, side('us-east-1:b', { createdAt: 1, modifiedAt: 2 }), PROVIDER)).toEqual([])
  expect(sideMerits(one, one, PROVIDER)).toEqual([])
})
