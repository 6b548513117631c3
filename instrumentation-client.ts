import { TRAVERSAL } from './components/save/traversal.ts'

// Runs before the router is there, so that its own listener is called later, and not at all when a page holds on.
window.addEventListener('popstate', (event) => {
  const goesOn = window.dispatchEvent(new Event(TRAVERSAL, { cancelable: true }))
  if (!goesOn) event.stopImmediatePropagation()
})
