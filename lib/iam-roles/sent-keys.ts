import { regionOfId } from '../core/limits.ts'

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

/** Keys of every request that a sign-in with a web identity never has. */
const NEVER_SENT = new Set(['sts:externalid', 'aws:multifactorauthpresent', 'aws:multifactorauthage'])

/**
 * What a condition key stands for in a request of the service: a claim, `global` for one of AWS that may be there, or
 * null when it is never sent. Keys are alike in any case of letters.
 */
export function sentKey(key: string, { prefixes }: TrustNames): Claim | 'global' | null {
  const name = key.toLowerCase()
  if (/^(?:aws|sts):/.test(name)) return NEVER_SENT.has(name) ? null : 'global'
  const colon = name.lastIndexOf(':')
  if (!prefixes.includes(name.slice(0, colon))) return null
  return CLAIMS.find((claim) => claim === name.slice(colon + 1)) ?? null
}

/** The key that was meant by one that is never sent, or null when nothing is near. */
export function meantKey(key: string, { prefixes }: TrustNames): string | null {
  const name = key.toLowerCase()
  if (NEVER_SENT.has(name)) return null
  const colon = name.search(/[:/.](?=[^:/.]*$)/)
  const said = name.slice(colon + 1)
  const claim = CLAIMS.find((one) => one === said) ?? CLAIMS.find((one) => distance(one, said) === 1)
  return claim ? `${prefixes[0]}:${claim}` : null
}

/** How many letters must be added, left out or changed to make one text of the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1]
    for (const [index, above] of row.slice(1).entries())
      next.push(Math.min(above + 1, (next[index] ?? 0) + 1, (row[index] ?? 0) + (letter === other[index] ? 0 : 1)))
    row = next
  }
  return row.at(-1) ?? 0
}
