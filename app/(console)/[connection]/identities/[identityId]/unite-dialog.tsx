'use client'

import { useState } from 'react'
import { MergeOutcome } from '#components/developer-identities/merge-outcome.tsx'
import { LoginTokenFields } from '#components/login-token-fields.tsx'
import { CopyAsCli } from '#components/copy-as-cli.tsx'
import { ConfirmDialog } from '#components/save/confirm-dialog.tsx'
import { ReasonField, useReason } from '#components/save/reason-field.tsx'
import { MadeIdentity } from '#components/token-identity/made-identity.tsx'
import { TraceNote } from '#components/token-identity/trace-note.tsx'
import { withRemedy } from '#components/token-identity/with-remedy.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { toGetIdCommand, toUniteCommand } from '#lib/code/identity-commands.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { shortName } from '#lib/developer-identities/short-name.ts'
import type { Pool } from '#lib/pools/pool.ts'
import { UniteComparison } from './unite-comparison.tsx'
import { useUniting } from './use-uniting.ts'

type UniteDialogProps = {
  pool: PoolRef
  detail: Pool | null
  providerName: string
  /** Whose identity is to stay. */
  user: string
  /** The identity that the token has to be of, or null for whichever it is. */
  expected: string | null
  /** The logins whose token counts. */
  providers: readonly string[]
  first: { provider: string; token: string } | null
  onChanged: () => void
  onClose: () => void
}

/** Two identities of one person and the token of one of them: first compared, then brought together. */
export default function UniteDialog(props: UniteDialogProps) {
  const { pool, detail, providerName, user, expected, providers, first, onChanged, onClose } = props
  const [proof, setProof] = useState(first ?? { provider: providers[0] ?? '', token: '' })
  const why = useReason()
  const uniting = useUniting({ pool, providerName, user, expected, proof, reason: why.reason, onChanged })
  const { tracing, act, traced, seen, united } = uniting
  const title = `Unite with the identity of ${shortName(user)}`

  if (united)
    return (
      <Dialog
        title={title}
        size="lg"
        onOpenChange={(open) => !open && onClose()}
        footer={<Button onClick={onClose}>Close</Button>}
      >
        <div className="space-y-4">
          <MergeOutcome pool={pool} preview={united.preview} userIdentifier={user} at={united.at} past="United" />
          {united.made !== null && (
            <MadeIdentity
              pool={pool}
              identityId={united.made}
              title="The service made a new identity"
              text="It answered for neither of the two. Look at the one it made before you delete it: the user and the login may lead to it now."
              onDeleted={onChanged}
            />
          )}
        </div>
      </Dialog>
    )
  const comparing = seen === null
  const stage = comparing ? tracing : act
  return (
    <ConfirmDialog
      title={title}
      description={`The login of the token and ${shortName(user)} become one identity.`}
      size="lg"
      act={{ isPending: stage.isPending, error: withRemedy(stage.error) }}
      confirmLabel={comparing ? 'Compare' : 'Unite 2 identities'}
      variant={comparing ? 'primary' : 'danger'}
      ready={proof.token.trim() !== '' && (comparing || why.ready)}
      missing={comparing || why.ready ? null : 'Give a reason to go on.'}
      failed={comparing ? 'The token told no identity' : 'Nothing was united'}
      unknown={comparing ? 'Nobody knows whether an identity was made' : 'Nobody knows whether the two were united'}
      correctable={comparing}
      looksInside={comparing}
      onConfirm={comparing ? uniting.compare : uniting.unite}
      onLook={comparing ? uniting.compare : onChanged}
      onClose={onClose}
    >
      <fieldset disabled={tracing.isPending || act.isPending} className="min-w-0 space-y-4">
        <LoginTokenFields
          label="Token of"
          providers={providers}
          provider={proof.provider}
          pool={detail}
          token={proof.token}
          onChange={(change) => {
            setProof(change)
            uniting.forget()
          }}
        />
      </fieldset>
      {traced === null ? (
        <TraceNote />
      ) : (
        <UniteComparison pool={pool} providerName={providerName} user={user} uniting={uniting} expected={expected} />
      )}
      {!comparing && <ReasonField {...why.field} />}
      <CopyAsCli
        command={() =>
          comparing
            ? toGetIdCommand(pool.poolId, proof.provider)
            : toUniteCommand({ poolId: pool.poolId, providerName, userIdentifier: user }, proof.provider)
        }
      />
    </ConfirmDialog>
  )
}
