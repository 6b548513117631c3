import 'server-only'
import type {
  $Command,
  CognitoIdentityClientResolvedConfig,
  ServiceInputTypes,
  ServiceOutputTypes,
} from '@aws-sdk/client-cognito-identity'
import type { Connection } from '../config/schema.ts'
import { cognitoClient } from './client.ts'
import { toAppError } from './errors.ts'

type Bound = { connection: Connection; region: string; effect: 'read' | 'write'; sent?: (requestId: string) => void }

export type Cognito = {
  /** Sends one command. Errors: an `AppError` by the service's error name; `THROTTLED` is never waited out. */
  send: <I extends ServiceInputTypes, O extends ServiceOutputTypes>(
    command: $Command<I, O, CognitoIdentityClientResolvedConfig, ServiceInputTypes, ServiceOutputTypes>,
  ) => Promise<O>
}

/** The service as one call sees it: one connection, one Region, reads and writes told apart. */
export function boundCognito({ connection, region, effect, sent }: Bound): Cognito {
  return {
    async send(command) {
      try {
        const output = await cognitoClient(connection, region, effect).send(command)
        if (output.$metadata.requestId) sent?.(output.$metadata.requestId)
        return output
      } catch (error) {
        const operation = command.constructor.name.replace(/Command$/, '')
        const mapped = toAppError(error, { operation, region, connectionName: connection.name, effect })
        if (mapped.shape.requestId) sent?.(mapped.shape.requestId)
        throw mapped
      }
    },
  }
}
