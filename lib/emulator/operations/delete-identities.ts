import { deleteIdentity } from '../state/identities.ts'
import { identityIds } from '../state/shapes.ts'
import { defineOperation } from './define-operation.ts'

export const deleteIdentities = defineOperation({
  name: 'DeleteIdentities',
  signed: true,
  input: { type: 'structure', required: { IdentityIdsToDelete: identityIds }, optional: {} },
  differences: [
    'An id that is not known in the Region counts as deleted (`--unknown-ids ignore`) or comes back as AccessDenied (`--unknown-ids deny`); which of them the service does is not known.',
  ],
  run({ world, region }, input) {
    return world.store.transaction(() => {
      const unprocessed: { IdentityId: string; ErrorCode: string }[] = []
      for (const id of new Set(input.IdentityIdsToDelete)) {
        const refusal = world.faults.refusal(id)
        const isGone = refusal === null && deleteIdentity(world.store, region, id)
        const code = refusal ?? (isGone || world.unknownIds === 'ignore' ? null : 'AccessDenied')
        if (code) unprocessed.push({ IdentityId: id, ErrorCode: code })
      }
      return { UnprocessedIdentityIds: unprocessed }
    })
  },
})
