const kindOf = (button: Element): string => (button.getAttribute('aria-label') ?? '').replaceAll(/\d+/g, '#')

/**
 * Called before a row is removed by its own button: the focus goes on to that of the next row, of the last one where
 * there is no next, or to what adds a row.
 */
export function focusAfterRemoval(button: HTMLButtonElement): void {
  const form = button.form ?? document.body
  const alike = () => [...form.querySelectorAll('button')].filter((other) => kindOf(other) === kindOf(button))
  const at = alike().indexOf(button)
  const adds = [...form.querySelectorAll('button')].find(
    (other) =>
      other.textContent.startsWith('Add ') &&
      (button.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  )
  requestAnimationFrame(() => {
    const left = alike()
    const next = left[Math.min(at, left.length - 1)] ?? adds
    next?.focus()
  })
}
