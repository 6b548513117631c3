import type { Fact } from '../facts/facts.ts'

/** A pool's tags as read, with a fingerprint that a save names and the ARN that the service keeps them under. */
export type PoolTags = { tags: Record<string, string>; fingerprint: string; arn: string }

/** Tags as facts; an empty value is a value. */
export const tagFacts = (tags: Record<string, string>): Fact[] =>
  Object.entries(tags).map(([key, value]) => ({
    key: `tag ${key}`,
    label: `Tag ${key}`,
    value: value === '' ? '(empty)' : value,
  }))
