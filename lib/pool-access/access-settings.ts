import { same } from '../facts/rebase.ts'
import { asUserPoolName } from '../login-providers/user-pool-name.ts'
import type { Pool } from '../pools/pool.ts'
import type { PoolSettings } from '../pools/pool-settings.ts'
import { consumerKeyOf } from '../login-providers/provider-secrets.ts'
import { publicProviders, TWITTER } from '../login-providers/public-providers.ts'
import type { PrincipalTags, ProviderTags } from '../principal-tags/principal-tags.ts'
import { closeFields, openFields } from './access-fields.ts'
import type { AccessSettings, PrincipalTagEdit } from './schema.ts'

/** Social logins with an app id and nothing else, in the order that forms show them. */
const SOCIAL = Object.keys(publicProviders).filter((name) => publicProviders[name]?.appId)

/** A pool's configuration as a form holds it. Every known social login is there, empty where the pool has none. */
export function toAccessSettings(pool: PoolSettings): AccessSettings {
  const consumerKey = consumerKeyOf(pool.loginProviders[TWITTER])
  const others = Object.keys(pool.loginProviders).filter((name) => name !== TWITTER && !SOCIAL.includes(name))
  return {
    ...openFields(pool),
    loginProviders: [...SOCIAL, ...others].map((name) => ({ name, value: pool.loginProviders[name] ?? '' })),
    twitter: { keptKey: consumerKey, consumerKey, consumerSecret: '' },
    principalTags: [],
  }
}

/**
 * The login providers as the operator wants them, those that the pool has in their present order. Twitter's value is
 * null when its stored secret is kept.
 */
export function wantedProviders(settings: AccessSettings, present: Record<string, string>) {
  const wanted = new Map<string, string | null>(
    settings.loginProviders.map(({ name, value }) => [name, value.trim()] as const).filter(([, value]) => value !== ''),
  )
  const { consumerKey, consumerSecret } = settings.twitter
  if (consumerKey !== '') wanted.set(TWITTER, consumerSecret === '' ? null : `${consumerKey};${consumerSecret}`)
  const kept = Object.keys(present).filter((name) => wanted.has(name))
  const names = [...kept, ...[...wanted.keys()].filter((name) => !Object.hasOwn(present, name))]
  return names.map((name) => [name, wanted.get(name) ?? null] as const)
}

/** Stands for a secret that was typed: what was typed is never shown again. */
const NEW_SECRET = '(a new secret)'

const byProviderName = (userPool: PoolSettings['userPools'][number]) => ({
  ...userPool,
  providerName: asUserPoolName(userPool.providerName),
})

/**
 * A pool with the settings in it, for its facts: secrets are told apart as kept or new, never shown, and user pools that
 * are saved have their provider names, however they were typed.
 */
export function withSettings(pool: Pool, settings: AccessSettings): Pool {
  const shown = wantedProviders(settings, pool.loginProviders).map(([name, value]) => {
    if (name !== TWITTER) return [name, value ?? ''] as const
    return [
      name,
      value === null ? (pool.loginProviders[TWITTER] ?? '') : `${consumerKeyOf(value)};${NEW_SECRET}`,
    ] as const
  })
  const fields = closeFields(settings)
  const userPools = same(pool.userPools, fields.userPools) ? fields.userPools : fields.userPools.map(byProviderName)
  return { ...pool, ...fields, userPools, loginProviders: Object.fromEntries(shown) }
}

/** A provider's principal tags as an edit that changes nothing yet. */
export function startEdit(provider: string, before: ProviderTags | null): PrincipalTagEdit {
  const rows = Object.entries(before?.tags ?? {}).map(([key, claim]) => ({ key, claim }))
  return { provider, before, mode: before?.useDefaults ? 'defaults' : rows.length > 0 ? 'custom' : 'none', rows }
}

/** What an edit would save. */
export const editedTags = ({ provider, mode, rows }: PrincipalTagEdit): PrincipalTags => ({
  provider,
  useDefaults: mode === 'defaults',
  tags: mode === 'custom' ? Object.fromEntries(rows.map(({ key, claim }) => [key, claim])) : {},
})
