'use client'

import { useQuery } from '@tanstack/react-query'
import { consoleSession } from '#lib/connections/queries.ts'
import { useDenial } from '../use-denial.ts'

/** What of an account can be chosen from lists on a connection. */
export function usePickable(connectionId: string): { userPools: boolean; identityProviders: boolean } {
  const { data } = useQuery(consoleSession())
  const denied = useDenial(connectionId, 'account-providers:read')
  const connection = data?.connections.find(({ id }) => id === connectionId)
  const may = denied === null
  return {
    userPools: may && connection?.readsUserPools === true,
    identityProviders: may && connection?.readsIam === true,
  }
}
