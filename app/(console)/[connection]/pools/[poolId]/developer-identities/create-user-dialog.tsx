'use client'

import { useState } from 'react'
import { CopyAsCli } from '#components/copy-as-cli.tsx'
import { UserField } from '#components/developer-identities/user-field.tsx'
import { tellIdentities } from '#components/identity-news/tell-identities.ts'
import { ConfirmDialog } from '#components/save/confirm-dialog.tsx'
import { ReasonField, useReason } from '#components/save/reason-field.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { useOperation } from '#components/use-operation.ts'
import { toCreateUserCommand } from '#lib/code/identity-commands.ts'
import { isolated } from '#lib/core/isolated.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { developerCreation } from '#lib/developer-identities/queries.ts'
import { noUser, readUser, userOf } from '#lib/developer-identities/read-user.ts'
import type { Created } from './created.ts'

type CreateUserDialogProps = {
  pool: PoolRef
  providerName: string
  onCreated: (created: Created) => void
  onClose: () => void
}

/** Makes an identity for a developer user, whose token nobody sees. */
export default function CreateUserDialog({ pool, providerName, onCreated, onClose }: CreateUserDialogProps) {
  const creating = useOperation(developerCreation)
  const why = useReason()
  const [box, setBox] = useState(noUser)
  const user = userOf(box)
  const missing =
    readUser(box).kind === 'choice' ? 'Choose who is meant to go on.' : why.ready ? null : 'Give a reason to go on.'

  const create = () =>
    creating.run(
      { pool, providerName, userIdentifier: user, reason: why.reason },
      {
        onSuccess: ({ identityId, made }) => {
          tellIdentities({ kind: 'linked', ...pool, identityIds: [identityId] })
          onCreated({ user, outcome: made ? 'made' : 'known' })
          onClose()
        },
      },
    )

  return (
    <ConfirmDialog
      title="Create a developer user"
      description={`A user of ${isolated(providerName)} gets an identity before their first sign-in.`}
      size="lg"
      act={creating}
      confirmLabel="Create user"
      variant="primary"
      ready={user !== '' && why.ready}
      missing={missing}
      failed="Nobody was created"
      unknown="Nobody knows whether the user was created"
      correctable
      lookLabel="Look the user up"
      onConfirm={create}
      onLook={() => onCreated({ user, outcome: 'unsure' })}
      onClose={onClose}
    >
      <fieldset disabled={creating.isPending} className="min-w-0">
        <UserField
          hint="Letter by letter as the app sends it, capitals included; blanks around it are left out."
          verb="Create"
          box={box}
          onBox={(next) => {
            setBox(next)
            creating.renew()
          }}
        />
      </fieldset>
      <Callout>
        A user whom the pool knows already keeps their identity, and nothing changes. The service hands out a token for
        a new one; Lifeguard throws it away unread.
      </Callout>
      <ReasonField {...why.field} />
      <CopyAsCli command={() => toCreateUserCommand({ poolId: pool.poolId, providerName, userIdentifier: user })} />
    </ConfirmDialog>
  )
}
