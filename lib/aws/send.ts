import 'server-only'
import type {
  $Command,
  CognitoIdentityClientResolvedConfig,
  ServiceInputTypes,
  ServiceOutputTypes,
} from '@aws-sdk/client-cognito-identity'
import type { Connection } from '../config/schema.ts'
import { AppError } from '../core/errors.ts'
import { effectOf, mayAnswerNothing, memberOf } from './calls.ts'
import { cognitoClient } from './client.ts'
import { limiterOf } from './limiter.ts'
import { calledOperation } from './called-operation.ts'
import { refuseTokens } from './refuse-tokens.ts'
import { sendBounded } from './send-bounded.ts'

/** How a write that was sent ended; reads tell nothing. */
export type WriteNote = { operation: string; ended: 'answered' | 'refused' | 'unknown'; requestId: string | null }

type Bound = {
  connection: Connection
  region: string
  onWrite?: (note: WriteNote) => void
  /** Of bulk work: each call waits for its turn at the limiter until this stops it. */
  bulk?: AbortSignal
  /** Of bulk work: whether a write may still go when its turn has come. */
  mayWrite?: () => boolean
}

/** A write whose turn came when it was not to go any more. Nothing was sent. */
export class NotSent extends Error {
  override readonly name = 'NotSent'
}

export type Cognito = {
  /**
   * Sends one command, all attempts within 5 s. A read is repeated after network errors and 5xx, a write never is.
   * Errors: an `AppError` by the service's error name; `THROTTLED` is never waited out; `UNKNOWN_OUTCOME` for a write
   * that was sent and whose answer did not come or cannot be read; `VALIDATION` for a token in an identifier's place.
   */
  send: <I extends ServiceInputTypes, O extends ServiceOutputTypes>(
    command: $Command<I, O, CognitoIdentityClientResolvedConfig, ServiceInputTypes, ServiceOutputTypes>,
  ) => Promise<O>
}

/**
 * The service as one call sees it: one connection, one Region. Errors of bulk work also: the
 * signal's and `NotSent`, nothing sent.
 */
export function boundCognito({ connection, region, onWrite, bulk, mayWrite }: Bound): Cognito {
  return {
    async send(command) {
      const operation = calledOperation(command)
      refuseTokens(operation, command.input)
      const effect = effectOf(operation)
      const note = (ended: WriteNote['ended'], requestId: string | null | undefined) => {
        if (effect === 'write') onWrite?.({ operation, ended, requestId: requestId ?? null })
      }
      const limiter = limiterOf({ connection, region, operation })
      const pass = bulk ? await limiter.turn(bulk) : null
      if (pass === null) bulk?.throwIfAborted()
      if (effect === 'write' && mayWrite?.() === false) throw new NotSent(`${operation} was not sent any more`)
      try {
        const client = cognitoClient(connection, region, effect)
        const output = await sendBounded(command, (options) => client.send(command, options), {
          connection,
          region,
          operation,
          effect,
          json: true,
          mayBeEmpty: mayAnswerNothing(operation),
          member: memberOf(operation),
          isBulk: pass !== null,
        })
        note('answered', output.$metadata.requestId)
        return output
      } catch (error) {
        if (error instanceof AppError) note(endedOf(error), error.shape.requestId)
        if (pass && error instanceof AppError && error.code === 'THROTTLED') limiter.throttled(pass)
        throw error
      }
    },
  }
}

const endedOf = ({ code }: AppError): WriteNote['ended'] => (code === 'UNKNOWN_OUTCOME' ? 'unknown' : 'refused')
