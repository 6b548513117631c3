'use client'

import { useState } from 'react'
import { MergeOutcome } from '#components/developer-identities/merge-outcome.tsx'
import { LoginTokenFields } from '#components/token-verdict/login-token-fields.tsx'
import { CopyAsCli } from '#components/copy-as-cli.tsx'
import { isOpenEnd } from '#components/save/act-status.tsx'
import { ConfirmDialog } from '#components/save/confirm-dialog.tsx'
import { ReasonField, type ReasonState } from '#components/save/reason-field.tsx'
import { MadeIdentity } from '#components/token-identity/made-identity.tsx'
import { TraceNote } from '#components/token-identity/trace-note.tsx'
import { withRemedy } from '#components/token-identity/with-remedy.ts'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
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
  why: ReasonState
  first: { provider: string; token: string } | null
  onChanged: () => void
  onClose: () => void
}

/** Two identities of one person and the token of one of them: first compared, then brought together. */
export default function UniteDialog(props: UniteDialogProps) {
  const { pool, detail, providerName, user, expected, providers, why, first, onChanged, onClose } = props
  const [proof, setProof] = useState(first ?? { provider: providers[0] ?? '', token: '' })
  const uniting = useUniting({ pool, providerName, user, expected, proof, reason: why.reason, onChanged })
  const { tracing, act, traced, seen, united, look } = uniting
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
      act={{ isPending: stage.isPending || look.isPending, error: withRemedy(stage.error) }}
      confirmLabel={comparing ? 'Compare' : 'Unite 2 identities'}
      variant={comparing ? 'primary' : 'danger'}
      ready={proof.token.trim() !== '' && why.ready}
      missing={why.ready ? null : 'Give a reason to go on.'}
      failed={comparing ? 'The token told no identity' : 'Nothing was united'}
      unknown={comparing ? 'Nobody knows whether an identity was made' : 'Nobody knows whether the two were united'}
      correctable={comparing}
      looksInside
      onConfirm={comparing ? uniting.compare : uniting.unite}
      onLook={comparing ? uniting.compare : look.run}
      onClose={onClose}
    >
      <div role="status" className="space-y-4 empty:hidden">
        {look.tellsNothing && (
          <Callout tone="warning" title="Both were read, and it is still not known">
            What they are now shows neither that they were united nor that they were not, or one could not be read. Look
            again in a while, or look at the two in Find.
          </Callout>
        )}
        {look.toldNothingDone && (
          <Callout title="They were not united">Both are as they were: it may be done again.</Callout>
        )}
      </div>
      <fieldset disabled={tracing.isPending || act.isPending || isOpenEnd(act.error)} className="min-w-0 space-y-4">
        <LoginTokenFields
          label="Token of"
          providers={providers}
          provider={proof.provider}
          pool={detail}
          connectionId={pool.connectionId}
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
        <UniteComparison
          pool={pool}
          providerName={providerName}
          user={user}
          provider={proof.provider}
          uniting={uniting}
          expected={expected}
        />
      )}
      <ReasonField {...why.field} />
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
