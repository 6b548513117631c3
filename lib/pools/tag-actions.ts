'use server'

import { TagResourceCommand, UntagResourceCommand } from '@aws-sdk/client-cognito-identity'
import type { Cognito } from '../aws/send.ts'
import type { PoolRef } from '../core/refs.ts'
import type { Saved } from '../facts/saved.ts'
import { defineAction } from '../operation/define-action.ts'
import type { OperationContext } from '../operation/perform.ts'
import { tagFacts, type PoolTags } from './pool-tags.ts'
import { poolArn } from '../aws/pool-arn.ts'
import { readTags } from './service.ts'
import { fingerprint } from '../facts/fingerprint.ts'
import { TAGS_PART } from '../drift/part-names.ts'
import { replacePart } from '../drift/replace-part.ts'
import { poolInput } from './schema.ts'
import { seenTags } from './seen-settings.ts'
import { tagResourceInput, untagResourceInput } from './tag-schema.ts'

/** A pool's tags. Errors: `NOT_FOUND`. */
export const listTagsForResource = defineAction({
  name: 'ListTagsForResource',
  effect: 'read',
  permission: 'pools:read',
  input: poolInput,
  async run({ connection, cognito }, { pool }) {
    const arn = await poolArn(connection, pool.poolId)
    const tags = await readTags(cognito, arn)
    return { tags, fingerprint: fingerprint(tags), arn }
  },
})

/** Adds tags and changes values; other tags stay. Errors: `CONFLICT` when the tags are not what the operator saw. */
export const tagResource = defineAction({
  name: 'TagResource',
  effect: 'write',
  permission: 'pools:update',
  input: tagResourceInput,
  run: (context, { pool, seen, tags }) =>
    replaceTags(context, pool, {
      seen,
      change: (present) => ({ ...present, ...tags }),
      send: (cognito, arn) => cognito.send(new TagResourceCommand({ ResourceArn: arn, Tags: tags })),
    }),
})

/** Removes tags; other tags stay. Errors: `CONFLICT` when the tags are not what the operator saw. */
export const untagResource = defineAction({
  name: 'UntagResource',
  effect: 'write',
  permission: 'pools:update',
  input: untagResourceInput,
  run: (context, { pool, seen, keys }) =>
    replaceTags(context, pool, {
      seen,
      change: (present) => Object.fromEntries(Object.entries(present).filter(([key]) => !keys.includes(key))),
      send: (cognito, arn) => cognito.send(new UntagResourceCommand({ ResourceArn: arn, TagKeys: keys })),
    }),
})

type TagChange = {
  seen: string
  change: (present: Record<string, string>) => Record<string, string>
  send: (cognito: Cognito, arn: string) => Promise<unknown>
}

async function replaceTags(
  { connection, cognito, audit, operationId }: OperationContext,
  pool: PoolRef,
  { seen, change, send }: TagChange,
): Promise<Saved<PoolTags>> {
  const arn = await poolArn(connection, pool.poolId)
  const part = { pool, operationId, part: TAGS_PART, seenFacts: seenTags }
  return replacePart(part, {
    seen,
    read: () => readTags(cognito, arn),
    change,
    async write() {
      await send(cognito, arn)
      return null
    },
    toValue: (tags): PoolTags => ({ tags, fingerprint: fingerprint(tags), arn }),
    factsOf: ({ tags }) => tagFacts(tags),
    audit: { before: ({ tags }) => audit.before({ tags }), after: ({ tags }) => audit.after({ tags }) },
  })
}
