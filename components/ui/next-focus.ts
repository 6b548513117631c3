/**
 * Where the focus goes when what had it is gone: the present row of a list whose rows are chosen, else the page's
 * heading. Browser only.
 */
export function nextFocus(): HTMLElement | null {
  const row = document.querySelector<HTMLElement>('main tbody input[tabindex="0"]')
  return row ?? pageHeading()
}

function pageHeading(): HTMLElement | null {
  const heading = document.querySelector<HTMLElement>('main h1')
  if (heading) heading.tabIndex = -1
  return heading
}

let keeps = false

/** Hands the focus on whenever what had it goes, be it with its page, for as long as the document is there. */
export function keepFocus(): void {
  const main = document.querySelector('main')
  if (keeps || !main) return
  keeps = true
  let last: Element | null = document.activeElement
  let frame = 0
  const isGone = () => last?.isConnected === false && document.activeElement === document.body
  const look = () => {
    frame = 0
    if (isGone() && !document.querySelector('[role="dialog"]')) nextFocus()?.focus({ preventScroll: true })
  }
  const changes = new MutationObserver(() => {
    if (frame === 0 && isGone()) frame = requestAnimationFrame(look)
  })
  changes.observe(main, { childList: true, subtree: true })
  document.addEventListener('focusin', ({ target }) => void (last = target instanceof Element ? target : null))
}
