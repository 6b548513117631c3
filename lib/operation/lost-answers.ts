import type { endingOf } from '../audit/ending-of.ts'
import type { ErrorCode } from '../core/errors.ts'
import type { Result } from '../core/result.ts'

type Ending = NonNullable<Awaited<ReturnType<typeof endingOf>>>

/** What is answered in place of an answer that is not there. */
export const neverArrived: Result<never> = {
  ok: false,
  error: {
    code: 'UNAVAILABLE',
    message: 'The Lifeguard server did not begin it, so nothing was changed.',
    hint: 'Check that the server is running and that you are online, then try again.',
  },
}

export const outcomeUnknown: Result<never> = {
  ok: false,
  error: {
    code: 'UNKNOWN_OUTCOME',
    message: 'The Lifeguard server ended while this was under way.',
    hint: 'It may or may not have happened: look before you repeat it.',
  },
}

export const lostSecret = (name: string): Result<never> => ({
  ok: false,
  error: {
    code: 'NOT_READ_BACK',
    message: `${name} was done, but its answer was lost on the way, and secrets are kept nowhere.`,
    hint: 'Do it again if you need the answer.',
  },
})

export const lostText = (name: string): Result<never> => ({
  ok: false,
  error: {
    code: 'NOT_READ_BACK',
    message: `${name} was done, but its answer was lost on the way.`,
    hint: 'Reload to see it; there is nothing to repeat.',
  },
})

/** What the audit knows of an operation whose answer was not kept. */
export function asAudited({ operation, outcome, ...told }: Ending): Result<never> {
  if (outcome !== 'succeeded' && told.error_code !== null)
    return {
      ok: false,
      error: {
        code: told.error_code as ErrorCode,
        message: told.error_message ?? told.error_code,
        awsName: told.error_name,
        requestId: told.request_id,
      },
    }
  return lostText(operation)
}
