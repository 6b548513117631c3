'use client'

import { useState } from 'react'
import { CopyAsCli } from '#components/copy-as-cli.tsx'
import { ConfirmDialog } from '#components/save/confirm-dialog.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { useOperation } from '#components/use-operation.ts'
import { toLinkUserCommand } from '#lib/code/identity-commands.ts'
import { developerLinking } from '#lib/developer-identities/queries.ts'
import { errorShape } from '#lib/core/errors.ts'
import type { Identity } from '#lib/identities/identity.ts'
import { loginLabel } from '#lib/login-providers/login-label.ts'
import { developerIdentitiesPath } from '#lib/core/paths.ts'
import type { IdentityRef, PoolRef } from '#lib/core/refs.ts'
import { toast } from '#lib/client/toast.ts'

type LinkUserDialogProps = {
  identity: Identity
  input: { pool: PoolRef; identity: IdentityRef; providerName: string }
  onChanged: () => void
  onClose: () => void
}

export default function LinkUserDialog({ identity, input, onChanged, onClose }: LinkUserDialogProps) {
  const linking = useOperation(developerLinking)
  const [text, setText] = useState('')
  const user = text.trim()
  const publicLogins = identity.logins.filter((login) => login !== input.providerName)
  const failed = linking.error ? errorShape(linking.error) : null
  const taken =
    failed?.awsName === 'DeveloperUserAlreadyRegisteredException' ? linking.variables?.input.userIdentifier : null

  const link = () =>
    linking.run(
      { ...input, userIdentifier: user },
      {
        onSuccess: () => {
          toast({ title: `Linked ${user}`, tone: 'success' })
          onChanged()
          onClose()
        },
      },
    )

  return (
    <ConfirmDialog
      title="Link a developer user identifier"
      description={`A user of ${input.providerName} leads to this identity from now on.`}
      size="lg"
      act={linking}
      confirmLabel="Link identifier"
      variant="primary"
      ready={user !== ''}
      failed="Nothing was linked"
      unknown="Nobody knows whether it was linked"
      action={
        taken && (
          <ButtonLink size="sm" href={`${developerIdentitiesPath(input.pool)}?user=${encodeURIComponent(taken)}`}>
            Merge with {taken} instead
          </ButtonLink>
        )
      }
      correctable
      onConfirm={link}
      onLook={onChanged}
      onClose={onClose}
    >
      {publicLogins.length > 0 && (
        <Callout tone="warning" title="AWS is known to refuse this">
          The identity has a login of {publicLogins.map(loginLabel).join(' and ')}. To link a developer identifier to
          such an identity the service wants a token of that login along with it (“Logins don’t match”), so only the app
          can do it while the person is signed in. Nothing is lost by trying.
        </Callout>
      )}
      <Callout>
        The service hands out a token for the identity when it links; Lifeguard throws it away unread.
        {identity.state === 'guest' && ' The guest becomes an authenticated user and keeps its ID.'}
      </Callout>
      <TextField
        label="Developer user identifier"
        hint="Letter by letter as the app sends it, capitals included."
        mono
        maxLength={1024}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <CopyAsCli
        command={() =>
          toLinkUserCommand({
            poolId: input.pool.poolId,
            identityId: input.identity.identityId,
            providerName: input.providerName,
            userIdentifier: user,
          })
        }
      />
    </ConfirmDialog>
  )
}
