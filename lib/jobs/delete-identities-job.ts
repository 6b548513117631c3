import 'server-only'
import { z } from 'zod'
import { bounds } from '../core/limits.ts'
import { changedEvidence, lookUpEvidence, type DeletionEvidence } from '../identities/deletion-evidence.ts'
import { loadedIdentitySchema, seenIdentitySchema } from '../identities/schema.ts'
import { CHANGED } from '../identities/seen-identity.ts'
import { deleteChunk, forgetGone, isDeleted } from './delete-chunk.ts'
import { defineKind } from './job-kind.ts'

/**
 * `shown`: what was shown of them, which is looked up again: those that are other by now are refused with `Changed`.
 * `loaded`: what loaded rows told of them. Both only of so few as one call takes.
 */
const parameters = z.object({
  shown: z.array(seenIdentitySchema).max(bounds.page.max).optional(),
  loaded: z.array(loadedIdentitySchema).max(bounds.page.max).optional(),
})

/** Deletes frozen identities, wherever in the Region they are. */
export const deleteIdentitiesJob = defineKind({
  kind: 'delete-identities',
  operation: 'DeleteIdentities',
  effect: 'write',
  permission: 'identities:delete',
  takesIds: 'added',
  parameters,
  work({ cognito, job, parameters: { shown = [], loaded = [] } }) {
    const rows = new Map(loaded.map((identity) => [identity.identityId, identity]))
    /** An attempt whose answer is lost may have left nothing to look at. */
    const known = new Map<string, DeletionEvidence>()
    const lookUp = async (identityIds: readonly string[]) => {
      const seen = shown.filter(({ identityId }) => identityIds.includes(identityId))
      if (seen.length === 0) return new Map<string, string>()
      const evidence = await lookUpEvidence(cognito, { identityIds, seen: rows, poolId: job.poolId })
      for (const one of evidence) if (!known.has(one.identityId) || !one.notRead) known.set(one.identityId, one)
      return changedEvidence(seen, evidence)
    }
    return {
      form: 'chunks',
      async send(ids) {
        const changed = await lookUp(ids)
        const held = [...changed.keys()].map((item) => ({ item, code: CHANGED }))
        const answer = await deleteChunk(cognito, ids, held)
        return { ...answer, known: ids.flatMap((id) => known.get(id) ?? []) }
      },
      isDone: (identityId) => isDeleted(cognito, identityId),
      after: (transaction, gone) => forgetGone(transaction, job, gone),
    }
  },
})
