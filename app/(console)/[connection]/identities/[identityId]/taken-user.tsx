'use client'

import { isolated } from '#lib/core/isolated.ts'
import Link from 'next/link'
import { MergeLink } from '#components/developer-identities/merge-link.tsx'
import { useDeveloperIdentity } from '#components/developer-identities/use-developer-identity.ts'
import { UserIdentifier } from '#components/developer-identities/user-identifier.tsx'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { identityPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { shortName } from '#lib/developer-identities/short-name.ts'
import type { Identity } from '#lib/identities/identity.ts'
import { loginLabel } from '#lib/login-providers/login-label.ts'

type TakenUserProps = {
  pool: PoolRef
  user: string
  identity: Identity
  /** The developer users of the identity itself. */
  users: readonly string[]
  publicLogins: readonly string[]
  onUnite: () => void
}

/** What is left when a user leads to another identity already. Only what can work for this one is offered. */
export function TakenUser({ pool, user, identity, users, publicLogins, onUnite }: TakenUserProps) {
  const { connectionId } = pool
  const { identityId } = identity
  const owner = useDeveloperIdentity(pool, { userIdentifier: user }).data?.identityId
  const ownUser = users[0] ?? null
  const labels = publicLogins.map((login) => isolated(loginLabel(login))).join(' or ')
  const leads = (
    <>
      <UserIdentifier value={user} /> leads to{' '}
      {owner === undefined ? (
        'another identity'
      ) : (
        <Link
          href={`${identityPath({ connectionId, identityId: owner })}?pool=${pool.poolId}`}
          className="rounded-sm font-mono text-xs wrap-anywhere text-accent-ink underline"
        >
          {owner}
        </Link>
      )}{' '}
      already.
    </>
  )
  if (ownUser !== null)
    return (
      <Callout
        title="What is left"
        action={
          owner && (
            <MergeLink size="sm" pool={pool} keep={{ identityId: owner, user }} move={{ identityId, user: ownUser }}>
              Merge the two
            </MergeLink>
          )
        }
      >
        {leads} If both are one person’s, the two can be merged.
      </Callout>
    )
  if (publicLogins.length > 0)
    return (
      <Callout
        title="What is left"
        action={
          <Button size="sm" onClick={onUnite}>
            Unite by a token
          </Button>
        }
      >
        <p>
          {leads} This identity has no developer identifier, so the two cannot be merged here. With a token of its{' '}
          {labels} login they can be united.
        </p>
        <p className="mt-1">
          Without one only the app can do it: delete this identity if nothing is kept under its ID yet, let the person
          sign in as {shortName(user)} as before, and add {labels} in the app.
        </p>
      </Callout>
    )
  return (
    <Callout title="What is left">
      {leads} This identity is a guest: nobody signs in to it, so nothing here can bring the two together. Let the
      person sign in as {shortName(user)}; what the app keeps under the guest’s ID has to be moved by hand.
    </Callout>
  )
}
