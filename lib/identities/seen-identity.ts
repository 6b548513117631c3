import type { IdentityState } from './identity.ts'

/** What somebody saw of an identity when they decided; null is what they did not see. */
export type SeenIdentity = {
  identityId: string
  state: IdentityState | null
  logins: string[] | null
  userIdentifiers: string[] | null
}

/** The same now. What is not there was not read. */
type Present = { state?: IdentityState; logins?: readonly string[]; userIdentifiers?: readonly string[] }

/** The code of what was not deleted since it is other than it was seen. */
export const CHANGED = 'Changed'

/** How an identity is other than it was seen, as the beginning of a sentence that ends with "by now", or null. */
export function changeSince({ identityId, state, logins, userIdentifiers }: SeenIdentity, now: Present): string | null {
  if (userIdentifiers !== null) {
    if (!now.userIdentifiers) return `Nobody can tell which users lead to ${identityId}`
    if (!isSameSet(userIdentifiers, now.userIdentifiers)) return `Other users than you saw lead to ${identityId}`
  }
  if (logins !== null && now.logins && !isSameSet(logins, now.logins))
    return `Other logins than you saw lead to ${identityId}`
  if (state !== null && now.state && state !== now.state) return `${identityId} is ${now.state}`
  return null
}

const isSameSet = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((item) => other.includes(item))
