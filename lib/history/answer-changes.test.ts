import { expect, it } from 'vitest'
import { answerChanges } from './answer-changes.ts'
import { changeSentence } from './change-sentence.ts'

const IDENTITY = 'us-east-1:03141b2c-5f60-4718-92a3-b4c5d6e7f809'

it.each<[string, unknown, string[]]>([
  ['TraceToken', { identityId: IDENTITY, made: false }, [`Identity: ${IDENTITY}`, 'Made an identity: no']],
  ['CreateDeveloperUser', { identityId: IDENTITY, made: false }, [`Identity: ${IDENTITY}`, 'Made an identity: no']],
  ['GetId', { identityId: IDENTITY, made: true }, [`Identity: ${IDENTITY}`, 'Made an identity: yes']],
  [
    'ErasePerson',
    { notes: 2, entries: 5 },
    ['Notes deleted: 2', 'Entries of the audit log that said who the person was: 5'],
  ],
  [
    'GetCredentialsForIdentity',
    { handedOut: 'credentials', expiresAt: '2026-11-26T21:10:41.058Z' },
    ['Handed out: credentials', 'Expires at: 2026-11-26 21:10:41 UTC'],
  ],
  ['UniteIdentities', { identityId: IDENTITY, disabled: null }, [`Identity: ${IDENTITY}`]],
  [
    'UnlinkIdentity',
    { unlinked: 'erased on 2026-11-26', disabled: true },
    ['Unlinked: erased on 2026-11-26', 'Disabled: yes'],
  ],
])('%s says what it came to, and that nothing was added', (operation, after, said) => {
  expect(answerChanges({ operation, after })?.map(changeSentence)).toEqual(said)
})

it('what is there from then on was added', () => {
  expect(answerChanges({ operation: 'TagResource', after: { tags: { team: 'orders' } } })).toBeNull()
})
