import { z } from 'zod'
import { bounds } from '../core/limits.ts'
import { distinctRows } from './distinct-rows.ts'
import { isReservedTag } from './reserved-tag.ts'

export const tagKeySchema = z
  .string()
  .min(1, 'Give the tag a key.')
  .max(bounds.tagKey.max, `A key has at most ${bounds.tagKey.max} characters.`)
  .refine((key) => !isReservedTag(key), 'Keys that begin with aws: are reserved for AWS.')

export const tagValueSchema = z
  .string()
  .max(bounds.tagValue.max, `A value has at most ${bounds.tagValue.max} characters.`)

/** Rows of tags as a form holds them; a message stands at its row. */
export const tagRowsSchema = z
  .array(z.object({ key: tagKeySchema, value: tagValueSchema }))
  .max(bounds.tags.max, `A pool has at most ${bounds.tags.max} tags.`)
  .superRefine(distinctRows('key', ({ key }) => key, 'There is a tag with this key already.'))
export type TagRows = z.infer<typeof tagRowsSchema>
