/** What on the page would be lost. */
export type Guard = {
  /** Whether it would be by going there. */
  holds: (to: URL) => boolean
  /** Asks the person, and goes only if they say so. */
  ask: (go: () => void) => void
}

export const guards = new Set<Guard>()

export const guardAgainst = (to: URL): Guard | undefined => [...guards].find((guard) => guard.holds(to))

/** Goes to a page of the console unless something would be lost by it, which is asked about first. Browser only. */
export function leave(href: string, go: () => void): void {
  const guard = guardAgainst(new URL(href, window.location.href))
  if (guard) guard.ask(go)
  else go()
}
