import { onlineManager } from '@tanstack/react-query'
import { onServerReach, serverReach, untilServerAnswers } from './server-reach.ts'

/** What a proxy answers when it reaches nobody. */
const NOBODY = new Set([502, 503, 504])

let holds = false

/**
 * From now on a page, and a script that is loaded on a press, waits for a server that is gone: else the router leaves for
 * the browser's own error page, and what was typed is lost. Reads that met nobody wait too. Acts are never repeated; they
 * tell their failure themselves.
 */
export function holdRequests(): void {
  if (holds) return
  holds = true
  // It could not be loaded when it is wanted.
  void import('./tell-failure.ts')
  const ask = window.fetch
  window.fetch = (input, init) => (asksForPage(init) ? page(ask, input, init) : other(ask, input, init))
  onlineManager.setEventListener((setOnline) => onServerReach(() => setOnline(serverReach() === 'there')))
  window.addEventListener('error', holdScript, true)
  window.addEventListener('offline', () => void untilServerAnswers())
}

/** By the router, on the way to it; not one that it only fetches ahead. */
function asksForPage(init: RequestInit | undefined): boolean {
  const headers = new Headers(init?.headers)
  return headers.has('rsc') && !headers.has('next-router-prefetch') && !isAct(init)
}

const isAct = (init: RequestInit | undefined) => new Headers(init?.headers).has('next-action')

type Ask = typeof window.fetch

async function page(ask: Ask, ...request: Parameters<Ask>): Promise<Response> {
  for (let failures = 0; ;) {
    try {
      const response = await ask(...request)
      if (!NOBODY.has(response.status) || failures > 1) return response
    } catch (error) {
      if (failures > 1 || isStopped(error)) throw error
    }
    failures = (await untilServerAnswers()) ? 0 : failures + 1
  }
}

async function other(ask: Ask, ...request: Parameters<Ask>): Promise<Response> {
  try {
    const response = await ask(...request)
    if (NOBODY.has(response.status) && isAct(request[1])) void untilServerAnswers()
    return response
  } catch (error) {
    if (isAct(request[1]) && !isStopped(error)) void untilServerAnswers()
    throw error
  }
}

const isStopped = (error: unknown) => error instanceof DOMException && error.name === 'AbortError'

/** Keeps the failure from whoever waits for the script, and loads it for them when the server is there. */
function holdScript(event: Event) {
  const { target } = event
  if (!(target instanceof HTMLScriptElement) || !target.src.includes('/_next/') || again.has(target)) return
  event.stopImmediatePropagation()
  void loadAgain(target)
}

async function loadAgain(script: HTMLScriptElement) {
  await untilServerAnswers()
  const next = document.createElement('script')
  again.add(next)
  for (const type of ['load', 'error']) next.addEventListener(type, () => script.dispatchEvent(new Event(type)))
  // As it was written: by that the runtime knows which one came.
  next.setAttribute('src', script.getAttribute('src') ?? '')
  script.replaceWith(next)
}

/** Loaded once more: what fails then was not for want of a server. */
const again = new WeakSet<HTMLScriptElement>()
