import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import type { Cognito } from '../aws/send.ts'
import { asTheyCome } from '../core/as-they-come.ts'
import { errorShape } from '../core/errors.ts'
import type { Identity } from '../identities/identity.ts'
import { readIdentity } from '../identities/service.ts'
import { parseFilter } from '../identity-index/filter-text.ts'
import { CHANGED_SINCE_SCAN } from './changed-since-scan.ts'
import { deleteChunk, forgetGone, isDeleted } from './delete-chunk.ts'
import type { Refusal } from './job.ts'
import { defineKind } from './job-kind.ts'
import { filterDeletionParameters, type FilterDeletion } from './filter-schema.ts'

/** Described at once for one chunk; the limiter has the last word. */
const AT_ONCE = 20
const AGAIN_MS = 100

/** Deletes what a filter had of a complete scan, frozen when the job was made. */
export const deleteByFilterJob = defineKind({
  kind: 'delete-by-filter',
  operation: 'DeleteIdentities',
  effect: 'write',
  permission: 'identities:delete',
  takesIds: 'frozen',
  parameters: filterDeletionParameters,
  work: ({ cognito, job, parameters, signal }) => ({
    form: 'chunks',
    async send(ids) {
      const held = parameters.skipChanged ? await changedOf(cognito, ids, { parameters, signal }) : []
      return deleteChunk(cognito, ids, held)
    },
    isDone: (identityId) => isDeleted(cognito, identityId),
    after: (transaction, gone) => forgetGone(transaction, job, gone),
  }),
})

type Look = { parameters: FilterDeletion; signal: AbortSignal }

/** Those that are other than the scan found them. What is gone by now is left to the deletion to tell. */
async function changedOf(cognito: Cognito, ids: readonly string[], { parameters, signal }: Look): Promise<Refusal[]> {
  const changed: Refusal[] = []
  const failures: unknown[] = []
  const describe = (identityId: string) =>
    described(cognito, identityId, signal).catch((error: unknown) => void failures.push(error))
  for await (const identity of asTheyCome(ids, AT_ONCE, describe)) {
    if (failures.length > 0) throw failures[0]
    if (identity && isOther(identity, parameters)) changed.push({ item: identity.identityId, code: CHANGED_SINCE_SCAN })
  }
  return changed
}

/**
 * Whether an identity was changed after its scan began, or is not in the filter's states and providers any more: the
 * second holds also where the clock of the service is another one.
 */
export function isOther({ state, logins, modifiedAt }: Identity, { filter, scannedAt }: FilterDeletion): boolean {
  const { states, providers, withoutProviders } = parseFilter(filter)
  if (modifiedAt !== null && modifiedAt >= scannedAt) return true
  if (states.length > 0 && !states.includes(state)) return true
  if (providers.length > 0 && !providers.some((name) => logins.includes(name))) return true
  return withoutProviders.some((name) => logins.includes(name))
}

/** Waits out throttles: a chunk that begins anew would ask for all its identities again. */
async function described(cognito: Cognito, identityId: string, signal: AbortSignal): Promise<Identity | null> {
  for (;;)
    try {
      return await readIdentity(cognito, identityId)
    } catch (error) {
      const { code } = errorShape(error)
      if (code === 'NOT_FOUND') return null
      if (code !== 'THROTTLED' || signal.aborted) throw error
      await wait(AGAIN_MS)
    }
}
