import 'server-only'
import { StandardRetryStrategy } from '@smithy/core/retry'

type ErrorInfo = Parameters<StandardRetryStrategy['refreshRetryTokenForRetry']>[1]
type Token = Parameters<StandardRetryStrategy['refreshRetryTokenForRetry']>[0]

/** The SDK's standard retries after network errors and 5xx, and none after a throttle. */
class RetryUnlessThrottled extends StandardRetryStrategy {
  override async refreshRetryTokenForRetry(token: Token, info: ErrorInfo): Promise<Token> {
    if (info.errorType === 'THROTTLING') throw new Error('A throttled call is repeated by its caller')
    return super.refreshRetryTokenForRetry(token, info)
  }
}

export const retryUnlessThrottled = (maxAttempts: number): StandardRetryStrategy =>
  new RetryUnlessThrottled(maxAttempts)
