/** `guest`: no login yet. `authenticated`: at least one login. `disabled`: merged away or unlinked for good. */
export const identityStates = ['guest', 'authenticated', 'disabled'] as const
export type IdentityState = (typeof identityStates)[number]

/** One identity. Dates are epoch milliseconds; logins are provider names, never user ids at a provider. */
export type Identity = {
  identityId: string
  state: IdentityState
  logins: string[]
  createdAt: number | null
  modifiedAt: number | null
  /** What proves to this Lifeguard that a list of its pool had it; only of rows of such a list. */
  membership?: string
}

export type IdentityPage = { identities: Identity[]; nextCursor: string | null }

const DISABLED = 'DISABLED'

/** The state that a list of logins tells: the service has no field for it and marks a disabled identity in its logins. */
export function stateOf(logins: readonly string[]): IdentityState {
  if (logins.includes(DISABLED)) return 'disabled'
  return logins.length > 0 ? 'authenticated' : 'guest'
}

export const withoutMarker = (logins: readonly string[]): string[] => logins.filter((login) => login !== DISABLED)
