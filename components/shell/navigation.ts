/** The address of the page that is on its way, from the press that asked for it until it or its shape is there. */
let goal: string | null = null
/** What was just pressed, as long as its event lasts. */
let pressed: Element | null = null
let marked: Element | null = null
let here: string | null = null

const listeners = new Set<() => void>()

export function onNavigation(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const isNavigating = () => goal !== null

/** Remembers what is pressed while its handlers run: one of them may lead to another page. */
export function keepPressed() {
  const keep = ({ target }: Event) => {
    pressed = target instanceof Element ? target.closest('a[href], button, tr') : null
    setTimeout(() => {
      pressed = null
    })
  }
  document.addEventListener('click', keep, true)
  document.addEventListener('keydown', keep, true)
}

/** A navigation begins: what led to it is marked with `data-pressed`, which the style sheet answers at once. */
export function startNavigation(url: string) {
  const { pathname, search } = new URL(url, window.location.href)
  const next = pathname + search
  if (next === (here ?? next)) return settle(null)
  settle(next)
  marked = pressed
  marked?.setAttribute('data-pressed', '')
}

/** The page of the present address is there, or its shape. */
export function endNavigation() {
  here = window.location.pathname + window.location.search
  settle(null)
}

function settle(next: string | null) {
  marked?.removeAttribute('data-pressed')
  marked = null
  goal = next
  for (const listener of listeners) listener()
}
