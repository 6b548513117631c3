const FIRST_MS = 500
const MOST_MS = 3_000
const PATIENCE_MS = 5_000

/** `there`: as far as this tab knows. `asked`: it did not answer before, and is just being asked again. */
export type ServerReach = 'there' | 'gone' | 'asked'

let reach: ServerReach = 'there'
let search: Promise<boolean> | null = null
let goOn: () => void = () => undefined
const listeners = new Set<() => void>()

export const serverReach = (): ServerReach => reach

/** Returns the disconnect. */
export function onServerReach(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Does not wait for the next attempt. */
export function askServerNow(): void {
  goOn()
}

/**
 * Resolves when the console's server answers: at once, or after it was gone, which it tells. Asked for when a request
 * met nobody. Browser only.
 */
export function untilServerAnswers(): Promise<boolean> {
  search ??= searchServer().finally(() => {
    search = null
  })
  return search
}

async function searchServer(): Promise<boolean> {
  if (await answers()) return false
  for (let wait = FIRST_MS; ; wait = Math.min(wait * 2, MOST_MS)) {
    tell('gone')
    await pause(wait)
    tell('asked')
    if (await answers()) break
  }
  tell('there')
  return true
}

/** What a proxy says in its stead is no answer of the server. */
async function answers(): Promise<boolean> {
  try {
    const { headers } = await fetch('/api/health', { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) })
    return headers.get('content-type')?.startsWith('application/json') ?? false
  } catch {
    return false
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(end, milliseconds)
    function end() {
      clearTimeout(timer)
      window.removeEventListener('online', end)
      resolve()
    }
    window.addEventListener('online', end)
    goOn = end
  })
}

function tell(next: ServerReach) {
  reach = next
  for (const listener of listeners) listener()
}
