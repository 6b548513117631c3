import { keepShortcuts } from './components/commands/early-shortcuts.ts'
import { TRAVERSAL } from './components/save/traversal.ts'
import { keepPressed, startNavigation } from './components/shell/navigation.ts'

// Runs before the router is there, so that its own listener is called later, and not at all when a page holds on.
window.addEventListener('popstate', (event) => {
  const goesOn = window.dispatchEvent(new Event(TRAVERSAL, { cancelable: true }))
  if (!goesOn) event.stopImmediatePropagation()
})

// What `z.config({ jitless: true })` sets, without zod itself, which few pages need: else it tries whether it may compile
// code, which the policy of every page forbids and reports.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

keepPressed()
keepShortcuts()

export const onRouterTransitionStart = (url: string) => startNavigation(url)
