/** What is said of an element that the pointer is over, or that the keyboard is on. */
export type Tip = { element: Element; text: string }

const DELAY_MS = 400

/**
 * Tells of the `title` that is to be shown, in place of the browser's own, which no keyboard reaches. While one is
 * taken its element says it to assistive technology by `aria-description`. Returns what ends it.
 */
export function watchTitles(show: (tip: Tip | null) => void): () => void {
  let taken: Tip | null = null
  let timer = 0

  function release() {
    clearTimeout(timer)
    if (taken && !taken.element.hasAttribute('title')) taken.element.setAttribute('title', taken.text)
    taken?.element.removeAttribute('aria-description')
    taken = null
    show(null)
  }

  function take(element: Element, delay: number) {
    release()
    const text = element.getAttribute('title') ?? ''
    if (text === '') return
    taken = { element, text }
    element.removeAttribute('title')
    if (element.getAttribute('aria-label') !== text) element.setAttribute('aria-description', text)
    timer = window.setTimeout(() => show(taken), delay)
  }

  function onPointer({ target, pointerType }: PointerEvent) {
    if (pointerType === 'touch' || !(target instanceof Element)) return
    if (taken?.element.contains(target) || target.closest('[role="tooltip"]')) return
    const titled = target.closest('[title]')
    if (titled) take(titled, DELAY_MS)
    else if (taken) release()
  }

  function onFocus({ target }: FocusEvent) {
    const titled = target instanceof Element && target.matches(':focus-visible') ? target.closest('[title]') : null
    if (titled) take(titled, 0)
  }

  function onFocusLeft({ target }: FocusEvent) {
    if (taken && target instanceof Node && taken.element.contains(target)) release()
  }

  /** Nothing that is pressed is covered, and Escape closes it. */
  function hide() {
    clearTimeout(timer)
    show(null)
  }

  const listening = new AbortController()
  const { signal } = listening
  document.addEventListener('pointerover', onPointer, { signal })
  document.documentElement.addEventListener('pointerleave', release, { signal })
  document.addEventListener('focusin', onFocus, { signal })
  document.addEventListener('focusout', onFocusLeft, { signal })
  document.addEventListener('pointerdown', hide, { signal, capture: true })
  document.addEventListener('keydown', hide, { signal, capture: true })
  document.addEventListener('scroll', hide, { signal, capture: true })
  return () => {
    listening.abort()
    release()
  }
}
