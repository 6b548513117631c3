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

/** Hands the focus on whenever what had it goes, be it with its page, until the returned end is called. */
export function keepFocus(): () => void {
  let last: Element | null = document.activeElement
  let frame = 0
  const remember = ({ target }: FocusEvent) => void (last = target instanceof Element ? target : null)
  const isGone = () => last?.isConnected === false && document.activeElement === document.body
  const look = () => {
    frame = 0
    if (isGone() && !document.querySelector('[role="dialog"]')) nextFocus()?.focus({ preventScroll: true })
  }
  const changes = new MutationObserver(() => {
    if (frame === 0 && isGone()) frame = requestAnimationFrame(look)
  })
  const main = document.querySelector('main')
  if (main) changes.observe(main, { childList: true, subtree: true })
  document.addEventListener('focusin', remember)
  return () => {
    cancelAnimationFrame(frame)
    changes.disconnect()
    document.removeEventListener('focusin', remember)
  }
}
