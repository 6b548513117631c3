'use client'

import { isolated } from '#lib/core/isolated.ts'
import { shortName } from '#lib/developer-identities/short-name.ts'
import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { UserField } from '#components/developer-identities/user-field.tsx'
import { CopyAsCli } from '#components/copy-as-cli.tsx'
import { ConfirmDialog } from '#components/save/confirm-dialog.tsx'
import { tellIdentities } from '#components/identity-news/tell-identities.ts'
import { ReasonField, useReason } from '#components/save/reason-field.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { useOperation } from '#components/use-operation.ts'
import { loginProviders } from '#lib/access-test/subject.ts'
import { toLinkUserCommand } from '#lib/code/identity-commands.ts'
import { noUser, readUser, userOf } from '#lib/developer-identities/read-user.ts'
import { developerIdentity, developerLinking } from '#lib/developer-identities/queries.ts'
import { errorShape } from '#lib/core/errors.ts'
import type { Identity } from '#lib/identities/identity.ts'
import type { IdentityRef, PoolRef } from '#lib/core/refs.ts'
import { toast } from '#lib/client/toast.ts'
import { poolDetailOfRow } from '#lib/pools/queries.ts'
import { AnotherLogin } from './another-login.tsx'
import { linkFailure } from './link-failure.ts'
import { LinkedElsewhere } from './linked-elsewhere.tsx'
import { LinkProof } from './link-proof.tsx'
import { TakenUser } from './taken-user.tsx'

const UniteDialog = dynamic(() => import('./unite-dialog.tsx'), { ssr: false })

const CHOOSE = 'Choose who is meant to go on.'

type LinkUserDialogProps = {
  identity: Identity
  input: { pool: PoolRef; identity: IdentityRef; providerName: string }
  onChanged: () => void
  onClose: () => void
}

/** A user whose identity is brought together with that of a token. `expected`: the identity that the token is of. */
type Uniting = { user: string; expected: string | null; providers: string[] }

export default function LinkUserDialog({ identity, input, onChanged, onClose }: LinkUserDialogProps) {
  const { pool, providerName } = input
  const { identityId } = identity
  const publicLogins = identity.logins.filter((login) => login !== providerName)
  const detail = useQuery(poolDetailOfRow(pool)).data ?? null
  const users = useQuery(developerIdentity(pool, { identityId })).data?.userIdentifiers ?? []
  const linking = useOperation(developerLinking)
  const why = useReason()
  const [box, setBox] = useState(noUser)
  const [typed, setProof] = useState({ provider: '', token: '' })
  // Logins may come while the dialog is open.
  const proof = typed.provider === '' ? { ...typed, provider: publicLogins[0] ?? '' } : typed
  const [uniting, setUniting] = useState<Uniting | null>(null)
  const user = userOf(box)
  const token = proof.token.trim()
  const missing = readUser(box).kind === 'choice' ? CHOOSE : why.ready ? null : 'Give a reason to go on.'
  const taken =
    linking.error && errorShape(linking.error).awsName === 'DeveloperUserAlreadyRegisteredException'
      ? (linking.variables?.input.userIdentifier ?? null)
      : null
  const elsewhere = linking.data && linking.data.identityId !== identityId ? linking.data.identityId : null
  const others = (detail ? loginProviders(detail) : []).filter((login) => !publicLogins.includes(login))

  const tell = (kind: 'linked' | 'unsure', other: string) =>
    tellIdentities({ kind, ...pool, identityIds: [...new Set([identityId, other])] })

  const link = () =>
    linking.run(
      {
        ...input,
        userIdentifier: user,
        ...(token !== '' && { proof: { provider: proof.provider, token } }),
        reason: why.reason,
      },
      {
        onSuccess: (linked) => {
          setProof({ ...proof, token: '' })
          tell('linked', linked.identityId)
          onChanged()
          if (linked.identityId !== identityId) return
          toast({ title: `Linked ${shortName(user)}`, tone: 'success' })
          onClose()
        },
        onError: (error) => {
          const { code, awsName } = errorShape(error)
          if (awsName !== 'DeveloperUserAlreadyRegisteredException') setProof({ ...proof, token: '' })
          if (code !== 'UNKNOWN_OUTCOME') return
          tell('unsure', identityId)
          onChanged()
        },
      },
    )

  if (uniting)
    return (
      <UniteDialog
        {...uniting}
        pool={pool}
        detail={detail}
        providerName={providerName}
        why={why}
        first={uniting.expected === null ? null : proof}
        onChanged={onChanged}
        onClose={onClose}
      />
    )
  if (elsewhere !== null)
    return (
      <LinkedElsewhere
        pool={pool}
        user={linking.variables?.input.userIdentifier ?? ''}
        identityId={elsewhere}
        onClose={onClose}
      />
    )
  return (
    <ConfirmDialog
      title="Link a developer user identifier"
      description={`A user of ${isolated(providerName)} leads to this identity from now on.`}
      size="lg"
      act={{ isPending: linking.isPending, error: linkFailure(linking.error, token !== '') }}
      confirmLabel="Link identifier"
      variant="primary"
      ready={user !== '' && why.ready}
      missing={missing}
      failed="Nothing was linked"
      unknown="Nobody knows whether it was linked"
      correctable
      onConfirm={link}
      onLook={onChanged}
      onClose={onClose}
    >
      {taken !== null && (
        <TakenUser
          pool={pool}
          user={taken}
          identity={identity}
          users={users}
          publicLogins={publicLogins}
          onUnite={() => setUniting({ user: taken, expected: identityId, providers: publicLogins })}
        />
      )}
      <fieldset disabled={linking.isPending} className="min-w-0 space-y-4">
        <UserField
          hint="Letter by letter as the app sends it, capitals included; blanks around it are left out."
          verb="Link"
          box={box}
          onBox={(next) => {
            setBox(next)
            linking.renew()
          }}
        />
        {publicLogins.length > 0 && (
          <LinkProof
            logins={publicLogins}
            pool={detail}
            connectionId={pool.connectionId}
            proof={proof}
            onProof={setProof}
          />
        )}
      </fieldset>
      <Callout>
        The service hands out a token for the identity when it links; Lifeguard throws it away unread.
        {identity.state === 'guest' && ' The guest becomes an authenticated user and keeps its ID.'}
      </Callout>
      {users[0] !== undefined && others.length > 0 && taken === null && (
        <AnotherLogin onBring={() => setUniting({ user: users[0] ?? '', expected: null, providers: others })} />
      )}
      <ReasonField {...why.field} />
      <CopyAsCli
        command={() =>
          toLinkUserCommand(
            { poolId: pool.poolId, identityId, providerName, userIdentifier: user },
            publicLogins.length > 0 ? proof.provider : null,
          )
        }
      />
    </ConfirmDialog>
  )
}
