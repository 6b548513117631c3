import type { Store } from './store.ts'

/** A user pool with the names of its app clients by their ids. */
export interface UserPool {
  id: string
  name: string
  clients: Record<string, string>
}

const SETTING = 'user-pools'
const PROVIDER = /^cognito-idp\.([a-z\d-]+)\.amazonaws\.com(?:\.cn)?\/(\1_\w+)$/

export const saveUserPools = (store: Store, userPools: readonly UserPool[]): void =>
  store.saveSetting(SETTING, JSON.stringify(userPools))

/** The user pools of a Region: those that were kept, and those that any pool names, in the order of their ids. */
export function userPoolsOf(store: Store, region: string): UserPool[] {
  const kept = JSON.parse(store.setting(SETTING) ?? '[]') as UserPool[]
  const byId = new Map(kept.map((one) => [one.id, { ...one, clients: { ...one.clients } }]))
  for (const { provider, client } of namedClients(store)) {
    const [, , id] = PROVIDER.exec(provider) ?? []
    if (id === undefined) continue
    const known = byId.get(id) ?? { id, name: `User pool ${id}`, clients: {} }
    known.clients[client] ??= `App client ${client}`
    byId.set(id, known)
  }
  return [...byId.values()].filter(({ id }) => id.startsWith(`${region}_`)).toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

const namedClients = (store: Store) =>
  store.all<{ provider: string; client: string }>(
    "select distinct value ->> 'ProviderName' as provider, value ->> 'ClientId' as client from pool, json_each(user_pools)",
  )
