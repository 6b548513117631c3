/** A key with the page that it was pressed on. */
export type PressedKey = { event: KeyboardEvent; path: string }

const MOST = 4

let kept: PressedKey[] = []

const keep = (event: KeyboardEvent) => {
  kept = [...kept, { event, path: window.location.pathname }].slice(-MOST)
}

/** From the first moment of a document on, keys are kept for what hears them and is loaded after the page. */
export function keepShortcuts(): void {
  window.addEventListener('keydown', keep)
}

/** What was pressed so far, the oldest first; the keys go their own way from now on. */
export function takeShortcuts(): PressedKey[] {
  window.removeEventListener('keydown', keep)
  const taken = kept
  kept = []
  return taken
}
