'use server'

import { TagResourceCommand, UntagResourceCommand } from '@aws-sdk/client-cognito-identity'
import { defineAction } from '../operation/define-action.ts'
import { poolArn } from '../aws/pool-arn.ts'
import { readTags } from './service.ts'
import { fingerprint } from '../facts/fingerprint.ts'
import { replaceConfiguration } from '../facts/replace.ts'
import { poolInput } from './schema.ts'
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
  async run({ connection, cognito, audit }, { pool, seen, tags: added }) {
    const arn = await poolArn(connection, pool.poolId)
    const tags = await replaceConfiguration({
      seen,
      read: () => readTags(cognito, arn),
      change: () => added,
      write: (next) => cognito.send(new TagResourceCommand({ ResourceArn: arn, Tags: next })),
      before: (present) => audit.before({ tags: present }),
      after: (next) => audit.after({ tags: next }),
    })
    return { tags, fingerprint: fingerprint(tags), arn }
  },
})

/** Removes tags; other tags stay. Errors: `CONFLICT` when the tags are not what the operator saw. */
export const untagResource = defineAction({
  name: 'UntagResource',
  effect: 'write',
  permission: 'pools:update',
  input: untagResourceInput,
  async run({ connection, cognito, audit }, { pool, seen, keys }) {
    const arn = await poolArn(connection, pool.poolId)
    const tags = await replaceConfiguration({
      seen,
      read: () => readTags(cognito, arn),
      change: (present) => present,
      write: () => cognito.send(new UntagResourceCommand({ ResourceArn: arn, TagKeys: keys })),
      before: (present) => audit.before({ tags: present }),
      after: (next) => audit.after({ tags: next }),
    })
    return { tags, fingerprint: fingerprint(tags), arn }
  },
})
