/** Told at the window when the tab has moved in its history, before the router hears of it; it never does if cancelled. */
export const TRAVERSAL = 'lifeguard:traversal'

/** The entry of the tab's history that a page is drawn for. `index` is null where the browser does not tell it. */
export type Entry = { href: string; state: unknown; index: number | null }

/** The entry at which the tab is now. */
export const presentEntry = (): Entry => ({
  href: window.location.href,
  state: window.history.state as unknown,
  index: typeof window.navigation === 'undefined' ? null : (window.navigation.currentEntry?.index ?? null),
})
