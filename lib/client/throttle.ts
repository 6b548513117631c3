import { AppError, errorShape } from '../core/errors.ts'

const DEFAULT_DELAY_MS = 1_000

/** Milliseconds to wait before a throttled call is repeated; null for any other failure. */
export function throttleDelay(error: unknown): number | null {
  const { code, retryAfter } = errorShape(error)
  return code === 'THROTTLED' ? (retryAfter ?? DEFAULT_DELAY_MS) : null
}

/** Epoch milliseconds of the next attempt after a throttle; null for any other failure. */
export function nextAttemptAt(error: unknown): number | null {
  const delay = throttleDelay(error)
  return delay === null || !(error instanceof AppError) ? null : error.raisedAt + delay
}

/** Resolves after so many milliseconds, or at once when stopped. */
export function waitUnlessStopped(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted || milliseconds <= 0) return Promise.resolve()
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    signal.addEventListener('abort', end)
  })
}
