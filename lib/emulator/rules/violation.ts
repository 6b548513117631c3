import type { Shape } from '../state/shape.ts'
import { isRecord } from './json-type.ts'

export interface Violation {
  path: string
  value: string
  constraint: string
}

/** A value as the service writes it into its messages, what is sensitive left out. */
export function showValue(shape: Shape, value: unknown): string {
  if (shape.type === 'string' && shape.sensitive) return '***'
  if (shape.type === 'list' && Array.isArray(value))
    return `[${value.map((one) => showValue(shape.member, one)).join(', ')}]`
  if (!isRecord(value)) return String(value)
  const of = (name: string): Shape | undefined =>
    shape.type === 'map'
      ? shape.value
      : shape.type === 'structure'
        ? { ...shape.required, ...shape.optional }[name]
        : undefined
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  return `{${entries.map(([name, one]) => `${name}=${showValue(of(name) ?? { type: 'boolean' }, one)}`).join(', ')}}`
}

/** The service's words for all that is wrong with a request. */
export function describeViolations(violations: Violation[]): string {
  const lines = violations.map(({ path, value, constraint }) => {
    const shown = constraint === 'Member must not be null' ? 'null' : `'${value}'`
    return `Value ${shown} at '${path}' failed to satisfy constraint: ${constraint}`
  })
  return `${lines.length} validation error${lines.length > 1 ? 's' : ''} detected: ${lines.join('; ')}`
}
