import { AppError, type ErrorShape } from './errors.ts'

/** What a server action answers: production Next strips the message of anything thrown, so failures travel as values. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: ErrorShape }

/** Turns an action's answer back into a value or a thrown `AppError`, for TanStack Query. */
export async function unwrap<T>(answer: Promise<Result<T>>): Promise<T> {
  let result: Result<T>
  try {
    result = await answer
  } catch (error) {
    throw transportError(error)
  }
  if (!result.ok) throw new AppError(result.error)
  return result.value
}

/** The action itself was not answered: the server is gone, or newer than this page. */
function transportError(error: unknown): unknown {
  const message = error instanceof Error ? error.message : String(error)
  if (/Server Action.*(not found|was not found)|failed-to-find-server-action/i.test(message)) {
    return new AppError({
      code: 'UPDATED',
      message: 'Lifeguard was updated while this page was open.',
      hint: 'Reload the page, then try again. What you typed is still here: copy it first.',
    })
  }
  if (message === 'SIGNED_OUT')
    return new AppError({
      code: 'SIGNED_OUT',
      message: 'Your session has ended, and nothing was done.',
      hint: 'Sign in again in another tab, then try again: what you typed stays here.',
    })
  if (message === 'TOO_LARGE')
    return new AppError({
      code: 'LIMIT',
      message: 'This is more than the 1 MB that Lifeguard takes at once, and nothing was done.',
      hint: 'Shorten it or do it in parts: what you typed stays here.',
    })
  // On the server an action is a plain call: what it throws there are the framework's own signals.
  if (typeof window === 'undefined') return error
  return new AppError({
    code: 'UNAVAILABLE',
    message: 'The Lifeguard server did not answer.',
    hint: 'Check that it is still running and that you are online, then try again.',
    lost: true,
  })
}
