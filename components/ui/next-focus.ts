/** The page on which something last had the focus; null until that is watched. */
let page: string | null = null

/**
 * Where the focus goes when what had it is gone: the present row of a list whose rows are chosen, else the page's
 * heading, and that as well on a page that somebody has just come to. Browser only.
 */
export function nextFocus(): HTMLElement | null {
  const hasMoved = page !== null && page !== window.location.pathname
  const row = hasMoved ? null : document.querySelector<HTMLElement>('main tbody input[tabindex="0"]')
  return row ?? pageHeading()
}

function pageHeading(): HTMLElement | null {
  const heading = document.querySelector<HTMLElement>('main h1')
  if (heading) heading.tabIndex = -1
  return heading
}

let keeps = false

/**
 * Hands the focus on whenever what had it goes, be it with its page, for as long as the document is there. Inside an open
 * dialog it stays there, also when what had it takes no more presses.
 */
export function keepFocus(): void {
  if (keeps) return
  keeps = true
  let last: Element | null = document.activeElement
  let lastDialog: Element | null = null
  let frame = 0
  const dialogs = () => [...document.querySelectorAll<HTMLElement>('[role="dialog"]')]
  const openDialog = () => dialogs().findLast((dialog) => !dialog.hasAttribute('data-closed'))
  // A browser takes the focus from what takes no more presses only after the next frame.
  const isOff = () =>
    last?.matches(':disabled') === true &&
    (document.activeElement === last || document.activeElement === document.body) &&
    openDialog() !== undefined
  const isLost = () => (document.activeElement === document.body && last?.isConnected === false) || isOff()
  const look = () => {
    frame = 0
    if (!isLost()) return
    const dialog = openDialog()
    // One that closes gives the focus back itself, and one that has just opened takes it.
    if (dialog) {
      if (dialog === lastDialog) dialog.focus({ preventScroll: true })
    } else if (dialogs().length === 0) nextFocus()?.focus({ preventScroll: true })
  }
  const changes = new MutationObserver(() => {
    if (frame === 0 && isLost()) frame = requestAnimationFrame(look)
  })
  changes.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] })
  document.addEventListener('focusin', ({ target }) => {
    last = target instanceof Element ? target : null
    page = window.location.pathname
    lastDialog = last?.closest('[role="dialog"]') ?? null
  })
}
