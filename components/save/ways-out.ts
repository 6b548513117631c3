import { guardAgainst, guards, leave, type Guard } from './leaving.ts'
import { presentEntry, TRAVERSAL, type Entry } from './traversal.ts'

let here: Entry | null = null
/** The way back to the page that is still drawn is under way. */
let isReturning = false

/**
 * Asks before a link, the browser's Back and Forward, a reload or a closed tab takes what the guard holds. `push`: goes
 * to another page of the console. `entry`: of the page, which the tab may have left already. Returns what ends it.
 */
export function guardWaysOut({ holds, ask }: Guard, push: (href: string) => void, entry: Entry): () => void {
  here = entry
  const guard: Guard = {
    holds,
    ask: (go) =>
      ask(() => {
        guards.clear()
        go()
      }),
  }
  guards.add(guard)
  const onClick = (event: MouseEvent) => followLink(event, push)
  document.addEventListener('click', onClick, { capture: true })
  window.addEventListener('beforeunload', onUnload)
  window.addEventListener(TRAVERSAL, onTraversal)
  window.navigation?.addEventListener('currententrychange', onEntry)
  return () => {
    guards.delete(guard)
    document.removeEventListener('click', onClick, { capture: true })
    if (guards.size > 0) return
    window.removeEventListener('beforeunload', onUnload)
    window.removeEventListener(TRAVERSAL, onTraversal)
    window.navigation?.removeEventListener('currententrychange', onEntry)
  }
}

/** A page may add entries of its own, such as the steps of a form. */
function onEntry({ navigationType }: NavigationCurrentEntryChangeEvent) {
  if (navigationType !== 'traverse') here = presentEntry()
}

const onUnload = (event: BeforeUnloadEvent) => event.preventDefault()

function followLink(event: MouseEvent, push: (href: string) => void) {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null
  if (!(link instanceof HTMLAnchorElement) || link.target === '_blank' || link.download !== '') return
  if (link.origin !== window.location.origin || event.defaultPrevented || event.button !== 0) return
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  if (!guardAgainst(new URL(link.href))) return
  event.preventDefault()
  event.stopPropagation()
  document.querySelector<HTMLElement>('[popover]:popover-open')?.hidePopover()
  leave(link.href, () => push(`${link.pathname}${link.search}${link.hash}`))
}

function onTraversal(event: Event) {
  const isBackHere = isReturning
  isReturning = false
  if (isBackHere) return event.preventDefault()
  const guard = guardAgainst(new URL(window.location.href))
  if (guard === undefined) {
    here = presentEntry()
    return
  }
  event.preventDefault()
  guard.ask(returnHere())
}

/** Brings the address back to the page that is still drawn. Returns what goes where the person wanted to, after all. */
function returnHere(): () => void {
  const { href, state, index } = here ?? presentEntry()
  const away = presentEntry().index
  if (index !== null && away !== null) {
    isReturning = true
    window.history.go(index - away)
    return () => window.history.go(away - index)
  }
  window.history.pushState(state, '', href)
  return () => window.history.back()
}
