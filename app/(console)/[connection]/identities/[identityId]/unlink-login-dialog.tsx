'use client'

import { isolated } from '#lib/core/isolated.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useReason } from '#components/save/reason-field.tsx'
import { useOperation } from '#components/use-operation.ts'
import { toUnlinkLoginAsDeveloperCommands, toUnlinkLoginCommand } from '#lib/code/identity-commands.ts'
import { developerIdentity, loginUnlinkingAsDeveloper } from '#lib/developer-identities/queries.ts'
import { errorShape } from '#lib/core/errors.ts'
import type { Identity } from '#lib/identities/identity.ts'
import { isLastLogin } from '#lib/identities/last-login.ts'
import { loginLabel } from '#lib/login-providers/login-label.ts'
import { whatLivesOn } from '#lib/identities/what-lives-on.ts'
import { loginUnlinking } from '#lib/identities/unlink-query.ts'
import type { IdentityRef, PoolRef } from '#lib/core/refs.ts'
import type { Pool } from '#lib/pools/pool.ts'
import { toast } from '#lib/client/toast.ts'
import { LoginProof, type Proof } from './login-proof.tsx'
import { UnlinkFrame } from './unlink-frame.tsx'
import { UnlinkRemedy } from './unlink-remedy.tsx'

type UnlinkLoginDialogProps = {
  identity: Identity
  target: IdentityRef
  login: string
  pool: PoolRef | null
  poolDetail: Pool | null
  onChanged: (kind: 'unlinked' | 'unsure') => void
  onClose: () => void
}

export default function UnlinkLoginDialog(props: UnlinkLoginDialogProps) {
  const { identity, target, login, pool, poolDetail, onChanged, onClose } = props
  const providerName = poolDetail?.developerProviderName ?? null
  const users = useQuery({
    ...developerIdentity(pool ?? { connectionId: '', poolId: '' }, { identityId: target.identityId }),
    enabled: providerName !== null,
  })
  const [user] = users.data?.userIdentifiers ?? []
  const why = useReason()
  const [proof, setProof] = useState<Proof>({ by: 'token', provider: login, token: '' })
  const withToken = useOperation(loginUnlinking)
  const asDeveloper = useOperation(loginUnlinkingAsDeveloper)
  const used = proof.by === 'token' ? withToken : asDeveloper
  const disables = isLastLogin(identity, login)
  const label = isolated(loginLabel(login))

  const onSuccess = () => {
    setProof({ ...proof, token: '' })
    withToken.renew()
    toast({ title: disables ? `Unlinked ${label}; the identity is disabled` : `Unlinked ${label}`, tone: 'success' })
    onChanged('unlinked')
    onClose()
  }
  const onError = () => setProof({ ...proof, token: '' })

  function unlink() {
    const { provider, token } = proof
    if (proof.by === 'token') {
      withToken.run(
        { identity: target, login, provider, token: token.trim(), disables, reason: why.reason },
        { onSuccess, onError },
      )
    } else if (pool && providerName && user !== undefined) {
      asDeveloper.run(
        { pool, identity: target, providerName, userIdentifier: user, login, disables, reason: why.reason },
        { onSuccess, onError },
      )
    }
  }

  const command = () =>
    proof.by === 'developer' && pool && providerName && user !== undefined
      ? toUnlinkLoginAsDeveloperCommands({ ...pool, ...target, providerName, userIdentifier: user }, login)
      : toUnlinkLoginCommand(target.identityId, login, proof.provider)

  return (
    <UnlinkFrame
      what={label}
      disables={disables}
      missing={
        proof.by === 'token' && proof.token.trim() === ''
          ? `Paste a token of ${isolated(loginLabel(proof.provider))} to go on.`
          : null
      }
      reason={why}
      act={used}
      remedy={
        used.error && errorShape(used.error).code === 'DENIED' ? (
          <UnlinkRemedy by={proof.by} label={label} canUseDeveloperToken={user !== undefined} />
        ) : undefined
      }
      consequences={
        <ul className="list-disc space-y-1 pl-4">
          <li>Whoever signs in with this {label} account gets a new identity with another ID next time.</li>
          {disables ? (
            <li>
              Nobody reaches this identity again: it cannot turn back into a guest, and nothing revives it. Data kept
              under its ID stays behind without an owner.
            </li>
          ) : (
            <li>All other logins of this identity stay.</li>
          )}
          <li>{whatLivesOn(providerName !== null)}</li>
        </ul>
      }
      command={command}
      onUnlink={unlink}
      onLookAgain={() => onChanged('unsure')}
      onClose={onClose}
    >
      <LoginProof
        proof={proof}
        logins={identity.logins.filter((one) => one !== providerName)}
        pool={poolDetail}
        connectionId={target.connectionId}
        developerUser={user ?? null}
        onProof={(next) => {
          // What became of the other proof says nothing of this one.
          if (next.by !== proof.by) {
            withToken.renew()
            asDeveloper.renew()
          }
          setProof(next)
        }}
      />
    </UnlinkFrame>
  )
}
