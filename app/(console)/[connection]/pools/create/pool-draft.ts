import { secretOf } from '#lib/login-providers/provider-secrets.ts'
import type { NewPoolSettings } from '#lib/pool-creation/schema.ts'

const keyOf = (connectionId: string) => `lifeguard-new-pool ${connectionId}`

/** Keeps what was typed of a new pool while the tab lives, without its secrets. Browser only. */
export function keepDraft(connectionId: string, settings: NewPoolSettings): void {
  const { twitter, loginProviders } = settings
  const kept: NewPoolSettings = {
    ...settings,
    twitter: { ...twitter, consumerSecret: '' },
    loginProviders: loginProviders.filter(({ name, value }) => secretOf(name, value) === ''),
  }
  try {
    sessionStorage.setItem(keyOf(connectionId), JSON.stringify(kept))
  } catch {
    // A browser that keeps nothing asks before it reloads.
  }
}

export function dropDraft(connectionId: string): void {
  try {
    sessionStorage.removeItem(keyOf(connectionId))
  } catch {
    // Nothing was kept.
  }
}

/** What was typed before, or null; `start`: the form as it begins. */
export function draftOf(connectionId: string, start: NewPoolSettings): NewPoolSettings | null {
  try {
    const draft: unknown = JSON.parse(sessionStorage.getItem(keyOf(connectionId)) ?? 'null')
    return isLike(draft, start) ? withAllProviders(draft, start) : null
  } catch {
    return null
  }
}

/** Whether it has the fields of a form of this version. */
function isLike(draft: unknown, start: NewPoolSettings): draft is NewPoolSettings {
  if (typeof draft !== 'object' || draft === null) return false
  const fields = new Map(Object.entries(draft))
  return Object.entries(start).every(([field, value]) => {
    const typed: unknown = fields.get(field)
    return typeof typed === typeof value && Array.isArray(typed) === Array.isArray(value)
  })
}

const withAllProviders = (draft: NewPoolSettings, start: NewPoolSettings): NewPoolSettings => ({
  ...draft,
  loginProviders: start.loginProviders.map(
    (provider) => draft.loginProviders.find(({ name }) => name === provider.name) ?? provider,
  ),
})
