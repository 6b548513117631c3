import 'server-only'

const ALLOWED = 20
const WINDOW_MS = 60_000
const KNOWN_AT_MOST = 10_000

type Failures = { count: number; since: number }

const holder = globalThis as typeof globalThis & { lifeguardFailures?: Map<string, Failures> }
const failures: Map<string, Failures> = (holder.lifeguardFailures ??= new Map<string, Failures>())

/** Whether so many sign-ins from an address failed in the last minute that the next one waits. */
export function isHeldBack(address: string | null, now = Date.now()): boolean {
  const known = failures.get(address ?? '')
  return known !== undefined && now - known.since < WINDOW_MS && known.count >= ALLOWED
}

/** Notes that a sign-in from an address failed. */
export function noteFailure(address: string | null, now = Date.now()): void {
  const key = address ?? ''
  const known = failures.get(key)
  if (known && now - known.since < WINDOW_MS) known.count += 1
  else failures.set(key, { count: 1, since: now })
  if (failures.size > KNOWN_AT_MOST)
    for (const oldest of [...failures.keys()].slice(0, ALLOWED)) failures.delete(oldest)
}
