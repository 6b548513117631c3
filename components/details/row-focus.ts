/** Gives the focus to a row of a list: to the same kind of control as had it, else to its first. */
export function focusRow(key: string, like: Element | null = null): void {
  const row = document.querySelector(`tr[data-row="${CSS.escape(key)}"]`)
  const controls = [...(row?.querySelectorAll<HTMLElement>('input, a, button') ?? [])]
  const control = controls.find(({ tagName }) => tagName === like?.tagName) ?? controls[0]
  control?.focus({ preventScroll: true })
}
