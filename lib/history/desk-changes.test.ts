import { expect, it } from 'vitest'
import { askedFacts } from './asked-facts.ts'
import { deskChanges } from './desk-changes.ts'

const identity = (identityId: string, logins: string[]) => ({
  identityId,
  state: 'authenticated',
  logins,
  createdAt: 1_795_642_269_781,
  modifiedAt: 1_795_642_269_781,
})
const kept = (operation: string, before: unknown, after: unknown, input: unknown = {}) => ({
  operation,
  input,
  before,
  after,
})
const toldOf = (...args: Parameters<typeof kept>) =>
  deskChanges(kept(...args))?.map(({ label, before, after }) => `${label}: ${before ?? '–'} → ${after ?? '–'}`)

it('an unlinking tells who leads to the identity before and after', () => {
  const before = { ...identity('us-east-1:1', ['login.x']), userIdentifiers: ['ada', 'old'] }
  expect(toldOf('UnlinkDeveloperIdentity', before, { unlinked: 'old', disabled: false })).toEqual([
    'Developer user identifiers: ada, old → ada',
  ])
  const last = identity('us-east-1:1', ['accounts.google.com'])
  expect(toldOf('UnlinkIdentity', last, { unlinked: 'accounts.google.com', disabled: true })).toEqual([
    'Logins: Google → –',
    'State: Authenticated → Disabled',
  ])
})

it('a merge tells what became of both identities', () => {
  const before = {
    source: { identity: identity('us-east-1:2', ['login.x', 'graph.facebook.com']), userIdentifiers: ['80021'] },
    destination: { identity: identity('us-east-1:1', ['login.x']), userIdentifiers: ['80020'] },
  }
  expect(toldOf('MergeDeveloperIdentities', before, { identityId: 'us-east-1:1', disabled: 'us-east-1:2' })).toEqual([
    'Developer user identifiers of us-east-1:1: 80020 → 80020, 80021',
    'Logins of us-east-1:1: login.x → login.x, Facebook',
    'State of us-east-1:2: Authenticated → Disabled',
  ])
  const erased = { source: 'erased on 2026-11-26', destination: 'erased on 2026-11-26' }
  expect(toldOf('MergeDeveloperIdentities', erased, {}), 'what was erased is told by the entry').toBeUndefined()
})

it('a link and a note are told without the names of fields', () => {
  expect(toldOf('GetOpenIdTokenForDeveloperIdentity', null, { identityId: 'us-east-1:1', linked: 'ada' })).toEqual([
    'Developer user identifiers: – → ada',
  ])
  expect(toldOf('AddIdentityNote', null, { noteId: '1' }, { characters: 1_200 })).toEqual([
    'Note: – → 1,200 characters',
  ])
  expect(deskChanges(kept('UpdateIdentityPool', null, null))).toBeNull()
})

it('what was asked is told in the words of the pages', () => {
  const input = {
    pool: { connectionId: 'prod', poolId: 'us-east-1:9' },
    identity: { connectionId: 'prod', identityId: 'us-east-1:1' },
    providerName: 'login.x',
    userIdentifier: 'ada',
    disables: false,
    runId: 'f00',
    createdAt: 1_795_642_269_781,
    source: { userIdentifier: 'bob', identityId: 'us-east-1:2' },
    dueIn: 3,
  }
  expect(askedFacts(JSON.stringify(input)).map(({ label, value }) => `${label} = ${value}`)).toEqual([
    'Pool = us-east-1:9',
    'Identity = us-east-1:1',
    'Developer provider = login.x',
    'Developer user identifier = ada',
    'Disables the identity = no',
    'Created = 2026-11-25 21:31:09 UTC',
    'Moves = Developer user identifier: bob; Identity: us-east-1:2',
    'Due in = 3',
  ])
})
