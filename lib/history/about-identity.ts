import { loginLabel } from '../login-providers/login-label.ts'
import type { AuditEntry } from './audit-entry.ts'
import { grouped } from '../core/grouped.ts'

/** What an entry did to one of its identities. `other`: the identity on the other side of a merge. */
export type AboutIdentity = { what: string | null; other: { identityId: string; side: 'into' | 'from' } | null }

/** The operations that bring two identities together. */
export const MERGES: ReadonlySet<string> = new Set(['MergeDeveloperIdentities', 'UniteIdentities'])

/** An entry from the side of one identity; of an entry that did not succeed, what it was to do. */
export function aboutIdentity({ operation, identityIds, input, run }: AuditEntry, identityId: string): AboutIdentity {
  const asked = parsed(input)
  const user = text(asked['userIdentifier'])
  const label = login(asked['login'])
  if (MERGES.has(operation)) {
    const [stays, moves] = identityIds
    const isSource = identityId === moves
    const other = isSource ? stays : moves
    return {
      what: `${login(asked['provider']) ?? userOf(asked['source'])} into ${userOf(asked['destination'])}`,
      other: other === undefined ? null : { identityId: other, side: isSource ? 'into' : 'from' },
    }
  }
  const together = run?.identities ?? identityIds.length
  if (operation === 'DeleteIdentities' && together > 1)
    return { what: `With ${grouped(together - 1)} others`, other: null }
  return { what: user ?? label, other: null }
}

function parsed(input: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(input ?? '{}')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

function login(named: unknown): string | null {
  const provider = text(named)
  return provider === null ? null : loginLabel(provider)
}

function userOf(side: unknown): string {
  const named = typeof side === 'object' && side !== null && 'userIdentifier' in side ? text(side.userIdentifier) : null
  return named ?? text(side) ?? 'a user'
}
