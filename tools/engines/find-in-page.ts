import type { Target } from '../bench/ways.ts'

/** Where the middle of a thing is that can be pressed, in CSS pixels of the window; null while there is none. */
export type Spot = { x: number; y: number } | null

/** Runs in the page, alone: finds what a person sees by its role and its name. */
export function findInPage({ role, name, inPart, within }: Target): Spot {
  const selectors: Record<string, string> = {
    button: 'button, [role="button"]',
    checkbox: 'input[type="checkbox"], [role="checkbox"]',
    combobox: '[role="combobox"]',
    dialog: '[role="dialog"], [role="alertdialog"]',
    link: 'a[href]',
    navigation: 'nav',
    option: '[role="option"]',
    region: 'section, [role="region"]',
    table: 'table, [role="table"], [role="grid"]',
    textbox: 'input:not([type="checkbox"]), textarea',
  }
  const nameOf = (element: HTMLElement) => {
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
    const naming = (element.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id))
    const caption = element instanceof HTMLTableElement ? element.caption : null
    const texts = [...naming, ...labels, caption].flatMap((by) => (by ? [by.innerText] : []))
    return (element.getAttribute('aria-label') ?? (texts.join(' ') || element.innerText)).replaceAll(/\s+/g, ' ').trim()
  }
  const isSeen = (element: HTMLElement) =>
    element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden'
  const isAlive = (element: HTMLElement) => Object.keys(element).some((key) => key.startsWith('__reactProps$'))
  const isNamed = (element: HTMLElement, wanted: string | undefined) =>
    wanted === undefined || nameOf(element) === wanted || (inPart === true && nameOf(element).includes(wanted))
  const all = (root: ParentNode, kind: string) => [...root.querySelectorAll<HTMLElement>(selectors[kind] ?? 'none')]
  const roots = within ? all(document, within.role).filter((root) => isNamed(root, within.name)) : [document]
  for (const root of roots) {
    for (const element of all(root, role)) {
      if (!isSeen(element) || !isAlive(element) || !isNamed(element, name) || element.matches(':disabled')) continue
      const box = element.getBoundingClientRect()
      if (box.top < 0 || box.bottom > window.innerHeight) element.scrollIntoView({ block: 'center' })
      const { x, y, width, height } = element.getBoundingClientRect()
      return { x: Math.round(x + Math.min(width / 2, 60)), y: Math.round(y + height / 2) }
    }
  }
  return null
}
