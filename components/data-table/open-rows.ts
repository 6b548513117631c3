/** What has a meaning of its own where it is pressed, or stands beside what has. */
const CONTROLS = 'a, button, input, select, label, summary, [data-still]'

/**
 * Lets a press anywhere on a row open it, in a new tab with the middle button or Ctrl. `open` is what a row does, null
 * where it does what its link does. Returns how to end it.
 */
export function openRows(box: HTMLElement, open: ((row: string) => void) | null): () => void {
  const hear = (event: MouseEvent) => {
    const row = rowOf(event.target)
    if (!row || (event.button !== 0 && event.button !== 1) || hasSelection(box)) return
    const opener = row.querySelector<HTMLElement>('[data-opens] :is(a[href], button)')
    const isApart = event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey
    if (isApart) {
      if (opener instanceof HTMLAnchorElement) window.open(opener.href, '_blank', 'noopener')
      return
    }
    // What opens gives the focus back to where it was.
    opener?.focus({ preventScroll: true })
    if (open) open(row.dataset.row ?? '')
    else opener?.click()
  }
  /** Else the middle button begins to scroll where a browser has that. */
  const keepStill = (event: MouseEvent) => {
    if (event.button === 1 && rowOf(event.target)) event.preventDefault()
  }
  const stop = new AbortController()
  box.addEventListener('click', hear, stop)
  box.addEventListener('auxclick', hear, stop)
  box.addEventListener('mousedown', keepStill, stop)
  return () => stop.abort()
}

const rowOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element && !target.closest(CONTROLS)
    ? target.closest<HTMLElement>('tr[data-row]:has([data-opens])')
    : null

/** A press that ends a selection of text means the text. */
function hasSelection(box: HTMLElement): boolean {
  const selection = box.ownerDocument.getSelection()
  return selection !== null && !selection.isCollapsed && box.contains(selection.anchorNode)
}
