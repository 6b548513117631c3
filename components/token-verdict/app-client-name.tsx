'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { appClientsOf, userPoolsOf } from '#lib/account-providers/queries.ts'
import { errorShape } from '#lib/core/errors.ts'
import { isolated } from '#lib/core/isolated.ts'
import { userPoolOf } from '#lib/login-providers/user-pool-name.ts'
import { usePickable } from '../account-pickers/use-pickable.ts'
import { Button } from '../ui/button.tsx'

type AppClientNameProps = { connectionId: string; issuer: string; audiences: readonly string[] }

/** What the account calls the user pool and the app client of a token, looked up when somebody asks. */
export function AppClientName({ connectionId, issuer, audiences }: AppClientNameProps) {
  const { userPools } = usePickable(connectionId)
  const [asked, setAsked] = useState(false)
  const named = userPoolOf(issuer)
  if (!userPools || !named) return null
  if (!asked)
    return (
      <Button size="sm" onClick={() => setAsked(true)}>
        Name its app client
      </Button>
    )
  return <Named connectionId={connectionId} {...named} audiences={audiences} />
}

type NamedProps = { connectionId: string; region: string; userPoolId: string; audiences: readonly string[] }

function Named({ connectionId, region, userPoolId, audiences }: NamedProps) {
  const place = { connectionId, region }
  const pools = useQuery(userPoolsOf(place))
  const clients = useQuery(appClientsOf(place, userPoolId))
  return (
    <p role="status" className="wrap-anywhere text-soft">
      {saidOf(
        clients.error ?? pools.error,
        pools.data?.find(({ id }) => id === userPoolId)?.name,
        clients.data?.find(({ id }) => audiences.includes(id))?.name,
        clients.isPending || pools.isPending,
      )}
    </p>
  )
}

function saidOf(error: Error | null, userPool: string | undefined, client: string | undefined, pending: boolean) {
  if (error) {
    const { code, iamAction, message } = errorShape(error)
    if (code === 'NOT_FOUND') return 'The user pool is not of this account, or was deleted.'
    return iamAction ? `This connection may not ask for it: it lacks ${iamAction}.` : `It could not be read: ${message}`
  }
  if (pending) return 'Looking for it…'
  if (userPool === undefined) return 'The user pool is not of this account, or was deleted.'
  return client === undefined
    ? `The user pool is ${isolated(userPool)}, and it has no such app client.`
    : `The app client is ${isolated(client)} of the user pool ${isolated(userPool)}.`
}
