'use client'

import { UserIdentifier } from '#components/developer-identities/user-identifier.tsx'
import { shortName } from '#lib/developer-identities/short-name.ts'
import { useOperation } from '#components/use-operation.ts'
import { useReason } from '#components/save/reason-field.tsx'
import { toUnlinkUserCommand } from '#lib/code/identity-commands.ts'
import { developerUnlinking } from '#lib/developer-identities/queries.ts'
import { whatLivesOn } from '#lib/identities/what-lives-on.ts'
import type { IdentityRef, PoolRef } from '#lib/core/refs.ts'
import { toast } from '#lib/client/toast.ts'
import { UnlinkFrame } from './unlink-frame.tsx'

type UnlinkUserDialogProps = {
  input: { pool: PoolRef; identity: IdentityRef; providerName: string; userIdentifier: string }
  disables: boolean
  onChanged: (kind: 'unlinked' | 'unsure') => void
  onClose: () => void
}

export default function UnlinkUserDialog({ input, disables, onChanged, onClose }: UnlinkUserDialogProps) {
  const unlinking = useOperation(developerUnlinking)
  const why = useReason()
  const user = shortName(input.userIdentifier)
  return (
    <UnlinkFrame
      what={user}
      disables={disables}
      act={unlinking}
      reason={why}
      consequences={
        <ul className="list-disc space-y-1 pl-4">
          <li className="wrap-anywhere">
            At the next sign-in <UserIdentifier value={input.userIdentifier} /> gets a new identity with another ID, and
            sees an empty account.
          </li>
          {disables ? (
            <li>
              Nobody reaches this identity again, and nothing brings it back; data kept under its ID stays behind
              without an owner. To bring two accounts together, merge them instead.
            </li>
          ) : (
            <li>Everyone else who leads to this identity keeps it.</li>
          )}
          <li>{whatLivesOn(true)}</li>
        </ul>
      }
      command={() =>
        toUnlinkUserCommand({ ...input, poolId: input.pool.poolId, identityId: input.identity.identityId })
      }
      onUnlink={() =>
        unlinking.run(
          { ...input, disables, reason: why.reason },
          {
            onSuccess: ({ disabled }) => {
              toast({
                title: disabled ? `Unlinked ${user}; the identity is disabled` : `Unlinked ${user}`,
                tone: 'success',
              })
              onChanged('unlinked')
              onClose()
            },
          },
        )
      }
      onLookAgain={() => onChanged('unsure')}
      onClose={onClose}
    />
  )
}
