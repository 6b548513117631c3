'use server'

import { countPersonal } from '../audit/count-personal.ts'
import { erasePersonal } from '../audit/erase-personal.ts'
import { may } from '../auth/permissions.ts'
import { config } from '../config/config.ts'
import { AppError } from '../core/errors.ts'
import { store } from '../db/open.ts'
import { eraseFromLists } from '../jobs/erase-from-lists.ts'
import { regionOfId } from '../core/limits.ts'
import { eraseFromMaps, identitiesKnownAsAny } from '../identity-map/kept-maps.ts'
import { deleteNotes, deleteNotesOn, notesOf } from '../identity-notes/kept-notes.ts'
import type { Merged } from '../history/identity-fate.ts'
import { settledFate } from '../history/settle-fate.ts'
import { visibleConnections } from '../auth/visible-connections.ts'
import { defineAction } from '../operation/define-action.ts'
import { requireWithinLimit } from '../operation/within-limit.ts'
import { deleteAndReadBack, lookAtAll } from './service.ts'
import type { ErasedTraces } from './erased-identity.ts'
import { identityOrGone, usersOf } from './look-at-identity.ts'
import { loggedIdentities } from './logged-identities.ts'
import { notesThatName } from './notes-that-name.ts'
import type { PersonIdentity, PersonTraces } from './person-search.ts'
import { readErasure } from './read-erasure.ts'
import {
  describeErasureInput,
  describePersonInput,
  eraseIdentitiesInput,
  erasePersonInput,
  findTracesInput,
} from './schema.ts'

/** An identity with its users, how many notes and entries there are about it, and what it was merged with. */
export const describePerson = defineAction({
  name: 'DescribePerson',
  effect: 'read',
  looks: true,
  permission: 'developer-identities:read',
  input: describePersonInput,
  async run({ cognito }, { identity: ref, poolId }): Promise<PersonIdentity> {
    const { connectionId, identityId } = ref
    const [identity, notes, fate, { named, older }] = await Promise.all([
      identityOrGone(cognito, identityId),
      notesOf(ref),
      settledFate(cognito, ref),
      countPersonal({ connectionIds: [connectionId], identityIds: [identityId], identifiers: [] }),
    ])
    const isNeighbour = poolId !== null && regionOfId(poolId) === regionOfId(identityId)
    const userIdentifiers = identity && isNeighbour ? await usersOf(cognito, poolId, identityId) : []
    const doubt = true as const
    const merged = [
      ...sides(fate.mergedInto ? [fate.mergedInto] : [], 'from'),
      ...sides(fate.mergedFrom, 'into'),
      ...sides(fate.mayHaveMergedInto, 'from').map((other) => ({ ...other, doubt })),
      ...sides(fate.mayHaveMergedFrom, 'into').map((other) => ({ ...other, doubt })),
    ]
    return { identity, userIdentifiers, notes: notes.length, entries: named + older, merged }
  },
})

/** What Lifeguard itself has under identifiers: identities that its log names with them, and notes that name them. */
export const findPersonTraces = defineAction({
  name: 'FindPersonTraces',
  effect: 'read',
  looks: true,
  permission: 'notes:read',
  input: findTracesInput,
  async run(_context, { connectionId, identifiers }): Promise<PersonTraces> {
    const [identities, mapped, notes] = await Promise.all([
      loggedIdentities(connectionId, identifiers),
      identitiesKnownAsAny(connectionId, identifiers),
      notesThatName(connectionId, identifiers),
    ])
    return { identities, mapped, notes }
  },
})

/**
 * Deletes 1 to 60 identities of one Region for good and reads each back, save those that are other than the
 * review showed: they are refused with `Changed`. What they were is kept in the audit. Errors: as of the looks before
 * it, and nothing was sent then.
 */
export const eraseIdentities = defineAction({
  name: 'DeleteIdentities',
  effect: 'write',
  permission: 'identities:delete',
  input: eraseIdentitiesInput,
  takesReason: true,
  audited: ({ shown: _, ...input }) => input,
  async run({ actor, connection, cognito, audit }, { identityIds, homes, shown }) {
    requireWithinLimit({ actor, connection }, identityIds.length)
    const pools = new Map(homes.map(({ identityId, poolId }) => [identityId, poolId]))
    const present = await lookAtAll(cognito, { identityIds, homes: pools })
    audit.before({ identities: present })
    const [poolId, ...others] = new Set(pools.values())
    if (poolId !== undefined && others.length === 0) audit.target({ poolId })
    const answer = await deleteAndReadBack(cognito, { identityIds, present, seen: shown })
    const { identities, checkedAt } = answer
    audit.after({
      deleted: identities.flatMap(({ identityId, before, refused }) => (before && !refused ? [identityId] : [])),
      refused: identities.flatMap(({ identityId, refused: code }) => (code ? [{ identityId, code }] : [])),
      readBack: identities.map(({ identityId, before, now }) => ({ identityId, now, wasGone: before === null })),
      checkedAt,
    })
    return answer
  },
})

/**
 * The erasure of a person on one connection, as the log has it: which identities, how much was searched, the ticket,
 * and, where the log forgets the person, no identifier. Deletes the notes on them, the chosen notes that
 * name the person on others, the person's lines in lists that jobs keep and in imported maps, and, with `fromLog`, takes out of the log what names the person.
 * Errors: `FORBIDDEN` when the actor may not erase from the log or the configuration does not want it.
 */
export const erasePerson = defineAction({
  name: 'ErasePerson',
  effect: 'write',
  permission: 'identities:delete',
  input: erasePersonInput,
  takesReason: true,
  audited: ({ identifiers, searchedBy, ...rest }) => ({
    ...rest,
    ...(!rest.fromLog && searchedBy && { searchedBy }),
    identifierCount: identifiers.length,
  }),
  async run(
    { actor, audit, operationId },
    { connectionId, identityIds, identifiers, notes: chosen, fromLog },
  ): Promise<ErasedTraces> {
    if (fromLog && !may(actor.role, 'audit:erase')) throw notAllowed()
    if (fromLog && !config().audit.erase) throw notWanted()
    const person = { connectionIds: [connectionId], identityIds, identifiers }
    const { named, older } = await countPersonal(person)
    const others = await deleteNotes(connectionId, chosen)
    const notes = (await deleteNotesOn(connectionId, identityIds)) + others.length
    const listed = await eraseFromLists(store(), connectionId, { identityIds, identifiers })
    const mapped = await eraseFromMaps(connectionId, { identityIds, identifiers })
    const notesChanged = chosen.length - others.length
    const forgotten = !fromLog || (await erasePersonal(person, operationId)).forgotten
    const kept = fromLog ? (await countPersonal(person)).named : named
    const beside = {
      ...(notesChanged > 0 && { notesChanged }),
      ...(listed > 0 && { listed }),
      ...(mapped > 0 && { mapped }),
    }
    const erased = { notes, ...beside, entries: named - kept, kept, older, forgotten }
    audit.after(erased)
    return erased
  },
})

/** An erasure as the log has it. Errors: `NOT_FOUND`. */
export const describeErasure = defineAction({
  name: 'DescribeErasure',
  effect: 'read',
  permission: 'audit:read',
  input: describeErasureInput,
  run: ({ actor }, { runId }) => readErasure(runId, visibleConnections(actor)),
})

const sides = <S extends 'from' | 'into'>(others: readonly Merged[], side: S) =>
  others.map(({ identityId, poolId }) => ({ identityId, poolId, side }))

const notAllowed = () =>
  new AppError({
    code: 'FORBIDDEN',
    message: 'Your role may not erase from the audit log. Nothing was erased from it, and no note was deleted.',
    hint: 'It takes the permission audit:erase, which the role admin has.',
  })

const notWanted = () =>
  new AppError({
    code: 'FORBIDDEN',
    message: 'This Lifeguard does not erase from the audit log. Nothing was erased from it, and no note was deleted.',
    hint: 'Set "audit": { "erase": true } in lifeguard.config.json if it should.',
  })
