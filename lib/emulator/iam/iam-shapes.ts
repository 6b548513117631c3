import { invalidInput, limitExceeded, validationError } from '../state/iam-errors.ts'
import type { Tags } from '../state/principal-tags.ts'
import type { Parsed, Shape, StructureShape } from '../state/shape.ts'

const entityName = (max: number) => ({ type: 'string', min: 1, max, pattern: String.raw`[\w+=,.@-]+` }) as const

export const roleName = entityName(64)
export const policyName = entityName(128)
export const entityArn = { type: 'string', min: 20, max: 2048 } as const
export const entityPath = {
  type: 'string',
  min: 1,
  max: 512,
  pattern: String.raw`(\u002F)|(\u002F[\u0021-\u007E]+\u002F)`,
} as const
export const pathPrefix = { type: 'string', min: 1, max: 512, pattern: String.raw`\u002F[\u0021-\u007F]*` } as const
export const description = {
  type: 'string',
  max: 1000,
  pattern: String.raw`[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*`,
} as const
export const document = {
  type: 'string',
  min: 1,
  max: 131_072,
  pattern: String.raw`[\u0009\u000A\u000D\u0020-\u00FF]+`,
} as const
export const roleSeconds = { type: 'integer', min: 3600, max: 43_200 } as const
export const versionId = { type: 'string', pattern: String.raw`v[1-9][0-9]*(\.[A-Za-z0-9-]*)?` } as const
const tagKey = { type: 'string', min: 1, max: 128 } as const
export const tagNames = { type: 'list', member: tagKey, max: 50 } as const
export const tagMembers = {
  type: 'list',
  member: { type: 'structure', required: { Key: tagKey, Value: { type: 'string', max: 256 } }, optional: {} },
  max: 50,
} as const
export const paging = {
  Marker: { type: 'string', min: 1, max: 320 },
  MaxItems: { type: 'integer', min: 1, max: 1000 },
} as const

/** An operation's input. */
export const input = <R extends { readonly [name: string]: Shape }, O extends { readonly [name: string]: Shape }>(
  required: R,
  optional: O,
) => ({ type: 'structure', required, optional }) as const satisfies StructureShape

/** Throws InvalidInput for a key that comes twice. */
export function tagsOf(list: Parsed<typeof tagMembers>): Tags {
  const keys = list.map(({ Key }) => Key.toLowerCase())
  if (new Set(keys).size < keys.length)
    throw invalidInput('Duplicate tag keys found. Please note that Tag keys are case insensitive.')
  return Object.fromEntries(list.map(({ Key, Value }) => [Key, Value]))
}

/** With further tags. Throws LimitExceeded. */
export function withTags(present: Tags, list: Parsed<typeof tagMembers>): Tags {
  const all = { ...present, ...tagsOf(list) }
  if (Object.keys(all).length > tagMembers.max) throw limitExceeded('The number of tags has reached the maximum limit.')
  return all
}

export const withoutTags = (present: Tags, keys: readonly string[]): Tags =>
  Object.fromEntries(Object.entries(present).filter(([key]) => !keys.includes(key)))

export const tagList = (all: Tags) => Object.entries(all).map(([Key, Value]) => ({ Key, Value }))

interface Asked {
  Marker?: string | undefined
  MaxItems?: number | undefined
}

const USUAL_PAGE = 100

/**
 * A page of a list that is sorted by its keys, and how to go on: a marker is the last key, so that it stays good
 * whatever is deleted. Throws ValidationError.
 */
export function pageOf<T>(all: readonly T[], keyOf: (one: T) => string, { Marker, MaxItems = USUAL_PAGE }: Asked) {
  const after = Marker === undefined ? null : keyIn(Marker)
  const sorted = all.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
  const left = after === null ? sorted : sorted.filter((one) => keyOf(one) > after)
  const page = left.slice(0, MaxItems)
  const last = page.at(-1)
  const isCut = left.length > page.length && last !== undefined
  return { page, rest: { IsTruncated: isCut, ...(isCut ? { Marker: markerOf(keyOf(last)) } : {}) } }
}

const markerOf = (key: string) => Buffer.from(`after ${key}`).toString('base64url')

function keyIn(marker: string): string {
  const [, key] = /^after (.*)$/s.exec(Buffer.from(marker, 'base64url').toString()) ?? []
  if (key === undefined) throw validationError('Invalid Marker.')
  return key
}

/** A document as IAM tells it: percent-encoded by RFC 3986. */
export const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)

/** How large IAM takes a document for: white space does not count. */
export const sizeOf = (text: string): number => text.replaceAll(/\s/g, '').length

export const yes = <T>(present: boolean, members: T) => (present ? members : {})
