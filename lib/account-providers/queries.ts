import { queryOptions } from '@tanstack/react-query'
import { everyPage } from '../core/every-page.ts'
import { unwrap } from '../core/result.ts'
import { listIdentityProviders, listUserPoolClients, listUserPools } from './actions.ts'
import type { NamedThing } from './named-thing.ts'

/** Where an account is looked at. */
export type AccountPlace = { connectionId: string; region: string }

const FIVE_MINUTES = 300_000

/** All user pools of a Region. */
export const userPoolsOf = ({ connectionId, region }: AccountPlace) =>
  queryOptions({
    queryKey: ['account-providers', connectionId, region, 'user-pools'] as const,
    queryFn: async () => {
      const userPools: NamedThing[] = []
      const read = (cursor: string | undefined) => unwrap(listUserPools({ connectionId, region, cursor }))
      for await (const page of everyPage(read)) userPools.push(...page.userPools)
      return userPools
    },
    staleTime: FIVE_MINUTES,
  })

/** All app clients of a user pool. */
export const appClientsOf = ({ connectionId, region }: AccountPlace, userPoolId: string) =>
  queryOptions({
    queryKey: ['account-providers', connectionId, region, 'app-clients', userPoolId] as const,
    queryFn: async () => {
      const clients: NamedThing[] = []
      const read = (cursor: string | undefined) =>
        unwrap(listUserPoolClients({ connectionId, region, userPoolId, cursor }))
      for await (const page of everyPage(read)) clients.push(...page.clients)
      return clients
    },
    staleTime: FIVE_MINUTES,
  })

/** IAM's identity providers. */
export const identityProvidersOf = ({ connectionId, region }: AccountPlace) =>
  queryOptions({
    queryKey: ['account-providers', connectionId, region, 'iam'] as const,
    queryFn: () => unwrap(listIdentityProviders({ connectionId, region })),
    staleTime: FIVE_MINUTES,
  })
