import { describe, expect, it } from 'vitest'
import type { IdentityState } from '../identities/identity.ts'
import type { MergeSide } from './developer-identity.ts'
import { mergeConflicts, uniteConflicts } from './merge-conflicts.ts'
import { mergeDifferences, mergePreview } from './merge-preview.ts'

const PROVIDER = 'login.members.example'
const GOOGLE = 'accounts.google.com'

function side(id: string, changes: { logins?: string[]; users?: string[]; state?: IdentityState } = {}): MergeSide {
  const { logins = [PROVIDER], users = [`user-${id}`], state = 'authenticated' } = changes
  return {
    userIdentifier: users[0] ?? '',
    userIdentifiers: users,
    identity: { identityId: `us-east-1:${id}`, state, logins, createdAt: 0, modifiedAt: 0 },
  }
}

const users = (count: number) => Array.from({ length: count }, (_, index) => `u${index}`)
const found = (destination: MergeSide, source: MergeSide) =>
  mergeConflicts(destination, source, PROVIDER).map(
    ({ certain, title }) => `${certain ? 'certain' : 'maybe'}: ${title}`,
  )

describe('what stands in the way of a merge', () => {
  it('is nothing between two users of the provider', () => {
    expect(found(side('a'), side('b', { logins: [PROVIDER, GOOGLE] }))).toEqual([])
  })

  it.each([
    ['one identity', side('a'), side('a'), ['certain: These are one identity already']],
    [
      'a disabled one',
      side('a'),
      side('b', { state: 'disabled', logins: [] }),
      ['certain: The identity of user-b is disabled'],
    ],
    [
      'another provider',
      side('a', { logins: ['other.example'] }),
      side('b'),
      [`certain: No user of ${PROVIDER} leads to us-east-1:a`],
    ],
    [
      '21 logins',
      side('a', { users: users(11) }),
      side('b', { users: users(10) }),
      ['certain: Together they have 21 logins'],
    ],
    [
      'one public provider on both sides',
      side('a', { logins: [GOOGLE, PROVIDER] }),
      side('b', { logins: [PROVIDER, GOOGLE] }),
      ['maybe: Both have a login of Google'],
    ],
  ])('is %s', (_what, destination, source, expected) => {
    expect(found(destination, source)).toEqual(expected)
  })

  it('is said of a guest as what nobody can move, and of nothing where a token unites', () => {
    const guest = side('b', { state: 'guest', logins: [], users: [] })
    expect(mergeConflicts(side('a'), guest, PROVIDER)[0]?.text).toContain('It is a guest')
    const google = side('b', { logins: [GOOGLE], users: [] })
    expect(mergeConflicts(side('a'), google, PROVIDER)[0]?.text).toContain('can be united')
    expect(uniteConflicts(side('a'), google, PROVIDER)).toEqual([])
    expect(uniteConflicts(side('a'), side('a'), PROVIDER)).toHaveLength(1)
  })

  it('allows 20 logins together, each developer user being one', () => {
    expect(found(side('a', { users: users(10), logins: [PROVIDER, GOOGLE] }), side('b', { users: users(9) }))).toEqual(
      [],
    )
  })
})

describe('what a merge left', () => {
  const destination = side('a', { logins: [PROVIDER, GOOGLE] })
  const source = side('b', { users: ['user-b', 'other-b'] })
  const preview = mergePreview(destination, source)
  const survivor = { ...destination.identity, logins: [GOOGLE, PROVIDER] }
  const disabled = side('b', { state: 'disabled', logins: [] }).identity
  const userIdentifiers = ['other-b', 'user-a', 'user-b']

  it('is as the preview said, in whatever order', () => {
    expect(mergeDifferences(preview, { survivor, userIdentifiers, disabled })).toEqual([])
    expect(mergeDifferences(preview, { survivor, userIdentifiers, disabled: null })).toEqual([])
  })

  it('is compared in every respect', () => {
    const odd = { ...survivor, identityId: 'us-east-1:c', logins: [PROVIDER, 'graph.facebook.com'] }
    expect(
      mergeDifferences(preview, { survivor: odd, userIdentifiers: ['user-a', 'x'], disabled: source.identity }),
    ).toEqual([
      'The users lead to us-east-1:c now.',
      'The login of Google is missing.',
      'There is a login of Facebook that neither identity had.',
      'user-b does not lead to it.',
      'other-b does not lead to it.',
      'x leads to it as well.',
      'us-east-1:b is not disabled: it is authenticated.',
    ])
  })
})
