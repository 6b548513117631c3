import type { Actor } from '../auth/actor.ts'
import type { Tables } from '../db/tables.ts'
import type { Result } from '../core/result.ts'
import { erasePerson } from '../erasure/actions.ts'
import { reopenFinding, suppressFinding } from '../findings/actions.ts'
import { addIdentityNote, deleteIdentityNote, editIdentityNote } from '../identity-notes/actions.ts'
import { addToIdentityMap, dropIdentityMap, keepIdentityMap } from '../identity-map/actions.ts'
import { newOperationId } from '../core/operation-id.ts'
import { actsOnJobs } from './acts-on-jobs-for-tests.ts'
import { actsOnRules } from './acts-on-rules-for-tests.ts'
import { actsOnSessions } from './acts-on-sessions-for-tests.ts'
import { deleteFilter, saveFilter } from '../identity-index/actions.ts'
import { everyIdentity } from '../identity-index/schema.ts'
import { unwrap } from '../core/result.ts'

/** A write action that changes the console's own store alone. */
export type OwnAct = {
  changes: keyof Tables
  verb: 'insert' | 'update' | 'delete'
  /** Its answer has text about a person, and is not kept. */
  answersText?: true
  /** Who does it, where that is not the local operator. */
  by?: Actor
  prepare: () => Promise<(operationId: string) => Promise<Result<unknown>>>
}

const id = (number: number) => `us-east-1:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
let count = 0
const nextIdentity = () => ({ identity: { connectionId: 'test', identityId: id((count += 1)) } })
const nextFinding = () => ({
  pool: { connectionId: 'test', poolId: id((count += 1)) },
  finding: { checkId: 'any', subject: '' },
})

async function writtenNote() {
  const named = nextIdentity()
  const { noteId, version } = await unwrap(addIdentityNote({ ...named, text: 'Called twice' }))
  return { ...named, noteId, version }
}

const nextPart = () => {
  const { connectionId, identityId } = nextIdentity().identity
  return { connectionId, mapId: newOperationId(), name: 'members.csv', entries: [{ knownAs: '4821', identityId }] }
}

async function importedPart() {
  const part = nextPart()
  await unwrap(addToIdentityMap(part))
  return part
}

export const ownActs: Record<string, OwnAct> = {
  ...actsOnJobs,
  ...actsOnRules,
  ...actsOnSessions,
  addIdentityNote: {
    changes: 'identity_note',
    verb: 'insert',
    answersText: true,
    async prepare() {
      const named = nextIdentity()
      return (operationId) => addIdentityNote({ ...named, text: 'Called' }, operationId)
    },
  },
  editIdentityNote: {
    changes: 'identity_note',
    verb: 'update',
    answersText: true,
    async prepare() {
      const seen = await writtenNote()
      return (operationId) => editIdentityNote({ ...seen, text: 'Called again' }, operationId)
    },
  },
  deleteIdentityNote: {
    changes: 'identity_note',
    verb: 'delete',
    async prepare() {
      const seen = await writtenNote()
      return (operationId) => deleteIdentityNote(seen, operationId)
    },
  },
  addToIdentityMap: {
    changes: 'mapped_identity',
    verb: 'insert',
    async prepare() {
      return (operationId) => addToIdentityMap(nextPart(), operationId)
    },
  },
  keepIdentityMap: {
    changes: 'identity_map',
    verb: 'update',
    async prepare() {
      const { connectionId, mapId } = await importedPart()
      return (operationId) => keepIdentityMap({ connectionId, mapId, count: 1 }, operationId)
    },
  },
  dropIdentityMap: {
    changes: 'identity_map',
    verb: 'update',
    async prepare() {
      const { connectionId, mapId } = await importedPart()
      return (operationId) => dropIdentityMap({ connectionId, mapId }, operationId)
    },
  },
  saveFilter: {
    changes: 'saved_filter',
    verb: 'insert',
    async prepare() {
      const { pool } = nextFinding()
      return (operationId) => saveFilter({ pool, filterName: 'Old guests', filter: everyIdentity }, operationId)
    },
  },
  deleteFilter: {
    changes: 'saved_filter',
    verb: 'delete',
    async prepare() {
      const named = { pool: nextFinding().pool, filterName: 'Old guests' }
      await unwrap(saveFilter({ ...named, filter: everyIdentity }))
      return (operationId) => deleteFilter(named, operationId)
    },
  },
  erasePerson: {
    changes: 'identity_note',
    verb: 'delete',
    async prepare() {
      const { identity } = await writtenNote()
      const person = { connectionId: identity.connectionId, identityIds: [identity.identityId] }
      return (operationId) => erasePerson(person, operationId)
    },
  },
  suppressFinding: {
    changes: 'finding_suppression',
    verb: 'insert',
    async prepare() {
      const named = nextFinding()
      return (operationId) => suppressFinding({ ...named, reason: 'Agreed' }, operationId)
    },
  },
  reopenFinding: {
    changes: 'finding_suppression',
    verb: 'delete',
    async prepare() {
      const named = nextFinding()
      await unwrap(suppressFinding({ ...named, reason: 'Agreed' }))
      return (operationId) => reopenFinding(named, operationId)
    },
  },
}
