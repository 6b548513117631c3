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
