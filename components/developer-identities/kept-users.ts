/** A user by whom an identity was known when somebody left for its merge; ends with the tab, and stands in no address. */
const keyOf = (identityId: string) => `lifeguard user of ${identityId}`

export function keepUser(identityId: string, userIdentifier: string): void {
  try {
    window.sessionStorage.setItem(keyOf(identityId), userIdentifier)
  } catch {
    // The merge names the identity by its ID then.
  }
}

export function keptUser(identityId: string): string | null {
  try {
    return window.sessionStorage.getItem(keyOf(identityId))
  } catch {
    return null
  }
}
