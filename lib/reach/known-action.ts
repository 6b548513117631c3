import type { AccessLevel } from './access-level.ts'

/** An action as AWS's table has it, such as `s3:GetObject`. */
export type KnownAction = {
  service: string
  /** With the service before it. */
  action: string
  level: AccessLevel
  /** What its resources look like, such as `arn:${Partition}:s3:::${BucketName}`; empty when it is about none. */
  resources: readonly string[]
  /** Condition keys that it may bring, in small letters; of a tag's key the part before the tag. */
  keys: readonly string[]
}

/** Actions by their service; a service that AWS's table does not have is missing. */
export type ActionData = ReadonlyMap<string, readonly KnownAction[]>

/** A condition key without what follows the slash, in small letters. */
export const keyHead = (key: string): string => key.toLowerCase().replace(/\/.*$/, '/')

export const serviceOf = (action: string): string => action.slice(0, Math.max(action.indexOf(':'), 0)).toLowerCase()
