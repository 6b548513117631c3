import type { ContextOf } from './context.ts'
import { matches, partsOf, type Part } from './pattern.ts'
import type { Truth } from './truth.ts'

const FIELDS = 6

/** The fields of an ARN's pattern, the sixth with all colons that follow. */
function fieldsOf(parts: readonly Part[]): Part[][] {
  const fields: Part[][] = [[]]
  for (const part of parts) {
    if (part.kind !== 'text') {
      fields.at(-1)?.push(part)
      continue
    }
    let { text } = part
    for (let colon = text.indexOf(':'); colon !== -1 && fields.length < FIELDS; colon = text.indexOf(':')) {
      if (colon > 0) fields.at(-1)?.push({ kind: 'text', text: text.slice(0, colon) })
      fields.push([])
      text = text.slice(colon + 1)
    }
    if (text !== '') fields.at(-1)?.push({ kind: 'text', text })
  }
  return fields
}

const anything: Part = { kind: 'many', within: false }
const colon: Part = { kind: 'text', text: ':' }

/**
 * Whether a resource is one that a statement's `Resource` names. A wildcard stays within its field of the ARN unless it
 * ends one; fields that are left out stand for any; variables have a value only in the last field.
 */
export function namesResource(pattern: string, resource: string, asked: Asked): Truth {
  if (pattern === '*') return true
  const fields = fieldsOf(partsOf(pattern, asked))
  if (fields.slice(0, FIELDS - 1).some((field) => field.some(({ kind }) => kind === 'key'))) return false
  const whole = Array.from({ length: FIELDS }, (_, index) => fields[index] ?? [anything])
  const parts = whole.flatMap((field, index) => [
    ...(index === 0 ? [] : [colon]),
    ...field.map((part, place) => bounded(part, index < FIELDS - 1 && place < field.length - 1)),
  ])
  return matches(parts, resource, asked.contextOf)
}

const bounded = (part: Part, within: boolean): Part =>
  part.kind === 'one' || part.kind === 'many' ? { ...part, within } : part

/** Whether a value is an ARN that a condition names: field by field, `*` and `?` within each. */
export function likeArn(parts: readonly Part[], text: string, contextOf: ContextOf): Truth {
  const actual = text.split(':')
  if (actual.length < FIELDS || actual[0] !== 'arn') return false
  const [first, ...others] = parts
  if (first?.kind === 'many' && others.length === 0) return true
  const fields = fieldsOf(parts)
  if (fields.length < FIELDS) return false
  const inFields = fields.flatMap((field, index) => [
    ...(index === 0 ? [] : [colon]),
    ...field.map((part) => bounded(part, index < FIELDS - 1)),
  ])
  return matches(inFields, text, contextOf)
}

type Asked = { contextOf: ContextOf; variables: boolean }
