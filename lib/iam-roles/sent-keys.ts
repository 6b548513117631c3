import { regionOfId } from '../core/limits.ts'
import { globalKey, isGlobal, sentGlobals } from './global-keys.ts'

/** The service's names in trust policies: as a principal, and before the condition keys. */
export type TrustNames = { principals: readonly string[]; prefixes: readonly string[] }

const chinese = ['cognito-identity.amazonaws.com.cn', 'cognito-identity.cn-north-1.amazonaws.com.cn']
const american = ['cognito-identity-us-gov.amazonaws.com', 'cognito-identity.us-gov-west-1.amazonaws.com']
const usual = ['cognito-identity.amazonaws.com']

/** By the partition of a pool's Region, the one to write first. */
export function trustNames(poolId: string): TrustNames {
  const region = regionOfId(poolId)
  if (region.startsWith('cn-')) return { principals: chinese.toReversed(), prefixes: chinese }
  if (region.startsWith('us-gov-')) return { principals: american, prefixes: american }
  return { principals: usual, prefixes: usual }
}

/** What the service sends of a session. */
const CLAIMS = ['aud', 'amr', 'sub'] as const
export type Claim = (typeof CLAIMS)[number]

/**
 * What a condition key stands for in a request of the service: a claim, `global` for one of AWS that may be there, or
 * null when it is never sent, as one that nobody knows is. Keys are alike in any case of letters.
 */
export function sentKey(key: string, { prefixes }: TrustNames): Claim | 'global' | null {
  const name = key.toLowerCase()
  if (isGlobal(name)) return globalKey(name)?.sent ? 'global' : null
  const colon = name.lastIndexOf(':')
  if (!prefixes.includes(name.slice(0, colon))) return null
  return CLAIMS.find((claim) => claim === name.slice(colon + 1)) ?? null
}

/** The key that was meant by one that is never sent, or null when nothing is near. */
export function meantKey(key: string, { prefixes }: TrustNames): string | null {
  if (isGlobal(key)) return globalKey(key) ? null : nearestGlobal(key)
  const said = key.slice(key.search(/[:/.](?=[^:/.]*$)/) + 1).toLowerCase()
  const claim = CLAIMS.find((one) => one === said) ?? CLAIMS.find((one) => distance(one, said) === 1)
  return claim ? `${prefixes[0]}:${claim}` : null
}

/** Whether a key was meant to be one that is sent: it is none that is known, and looks like the service's or AWS's own. */
export const isMisspelt = (key: string): boolean => (isGlobal(key) ? globalKey(key) === null : /cognito/i.test(key))

/** Two slips at most. */
function nearestGlobal(key: string): string | null {
  const near = sentGlobals(key).map((known) => ({ known, far: distance(known.toLowerCase(), key.toLowerCase()) }))
  const [first] = near.filter(({ far }) => far <= 2).toSorted((one, other) => one.far - other.far)
  return first?.known ?? null
}

/** How many letters must be added, left out, changed or swapped with the next to make one text of the other. */
function distance(one: string, other: string): number {
  let before: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1]
    for (const [index, above] of row.slice(1).entries()) {
      const swapped = at > 0 && index > 0 && one[at - 1] === other[index] && letter === other[index - 1]
      const changed = (row[index] ?? 0) + (letter === other[index] ? 0 : 1)
      const swap = swapped ? (before[index - 1] ?? 0) + 1 : changed
      next.push(Math.min(above + 1, (next[index] ?? 0) + 1, changed, swap))
    }
    before = row
    row = next
  }
  return row.at(-1) ?? 0
}
