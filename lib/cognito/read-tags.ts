import 'server-only'
import { ListTagsForResourceCommand } from '@aws-sdk/client-cognito-identity'
import type { Cognito } from './bound-cognito.ts'

/** A pool's tags by its ARN. Errors: `NOT_FOUND`. */
export async function readTags(cognito: Cognito, arn: string): Promise<Record<string, string>> {
  const { Tags = {} } = await cognito.send(new ListTagsForResourceCommand({ ResourceArn: arn }))
  return Tags
}
