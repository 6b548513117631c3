import 'server-only'

const shared = globalThis as typeof globalThis & { lifeguardInFlight?: Set<Promise<unknown>> }
const running = (shared.lifeguardInFlight ??= new Set())

/** Makes the orderly stop of the server wait for this work, so that a write is not cut off from its audit entry. */
export function inFlight<Result>(work: Promise<Result>): Promise<Result> {
  const settled: Promise<void> = work.then(
    () => void running.delete(settled),
    () => void running.delete(settled),
  )
  running.add(settled)
  return work
}

/** Resolves when all that was in flight has ended, well or not. */
export async function allSettled(): Promise<void> {
  while (running.size > 0) await Promise.all(running)
}
