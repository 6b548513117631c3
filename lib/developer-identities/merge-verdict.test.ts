import { describe, expect, it } from 'vitest'
import type { Identity } from '../identities/identity.ts'
import { mergePreview, type MergeOutcome } from './merge-preview.ts'
import { mergeVerdict } from './merge-verdict.ts'

const identity = (identityId: string, logins: string[], state: Identity['state'] = 'authenticated'): Identity => ({
  identityId,
  logins,
  state,
  createdAt: 1,
  modifiedAt: 1,
})
const destination = { userIdentifier: 'ada', identity: identity('old', ['dev']), userIdentifiers: ['ada'] }
const source = { userIdentifier: 'bo', identity: identity('new', ['dev', 'google']), userIdentifiers: ['bo'] }
const compared = { source, preview: mergePreview(destination, source) }
const all = { survivor: identity('old', ['dev', 'google']), userIdentifiers: ['ada', 'bo'] }
const verdict = (outcome: MergeOutcome) => mergeVerdict(compared, outcome)

describe('a look after a lost answer', () => {
  it('shows a merge where the emptied identity is disabled and all who led to it lead to the other', () => {
    expect(verdict({ ...all, disabled: identity('new', [], 'disabled') })).toBe('done')
  })

  it('shows one in which the service kept the other of the two', () => {
    const survivor = identity('new', ['dev', 'google'])
    expect(verdict({ survivor, userIdentifiers: ['ada', 'bo'], disabled: survivor })).toBe('done')
  })

  it('shows that none was made where both are there', () => {
    expect(verdict({ survivor: destination.identity, userIdentifiers: ['ada'], disabled: source.identity })).toBe(
      'not done',
    )
  })

  it.each([
    ['the emptied identity is gone', { ...all, disabled: null }],
    ['its user leads elsewhere', { ...all, userIdentifiers: ['ada'], disabled: identity('new', [], 'disabled') }],
    [
      'its login is elsewhere',
      { ...all, survivor: identity('old', ['dev']), disabled: identity('new', [], 'disabled') },
    ],
    [
      'both are disabled',
      { ...all, survivor: identity('old', [], 'disabled'), disabled: identity('new', [], 'disabled') },
    ],
    ['the user leads to a third one', { ...all, survivor: identity('third', ['dev']), disabled: source.identity }],
  ])('proves nothing where %s', (_case, outcome) => {
    expect(verdict(outcome)).toBe('unclear')
  })
})
