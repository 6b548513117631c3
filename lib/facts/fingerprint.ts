import 'server-only'
import { keyedHash } from './keyed-hash.ts'

/**
 * Stands for a whole configuration, secrets included, without telling it: equal only for equal configurations. Keyed
 * with what all copies of a deployment share, so that nobody can guess at a secret from it.
 */
export const fingerprint = (configuration: unknown): string => keyedHash(canonical(configuration))

/** The same text for equal values: keys in order, absent, undefined and empty alike. The order of lists counts. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value)
    .filter(([, member]) => !isEmpty(member))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`
}

/** The service answers an empty list or map here and leaves it out there. */
const isEmpty = (member: unknown): boolean =>
  member === undefined || (typeof member === 'object' && member !== null && Object.keys(member).length === 0)
