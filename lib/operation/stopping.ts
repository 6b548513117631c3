import 'server-only'
import { AppError } from '../core/errors.ts'

const shared = globalThis as typeof globalThis & { lifeguardStopping?: boolean }

/** From now on nothing new is begun. Answers whether that is new. */
export function beginStop(): boolean {
  const isNew = !isStopping()
  shared.lifeguardStopping = true
  return isNew
}

/** Whether this copy ends what it does and begins nothing new. */
export const isStopping = (): boolean => shared.lifeguardStopping === true

/** Errors: `UNAVAILABLE` while it does. */
export function refuseWhenStopping(): void {
  if (isStopping())
    throw new AppError({
      code: 'UNAVAILABLE',
      message: 'Lifeguard is stopping, so nothing was changed.',
      hint: 'Try again when it has started anew.',
    })
}
