'use client'

import { useQuery } from '@tanstack/react-query'
import type { PoolRef } from '#lib/core/refs.ts'
import { isId } from '#lib/core/limits.ts'
import { identityDetail } from '#lib/identities/queries.ts'
import { readClaims } from '#lib/login-tokens/read-claims.ts'
import { poolDetail } from '#lib/pools/queries.ts'
import { taggedProviders } from '#lib/principal-tags/principal-tags.ts'
import { principalTagsOf } from '#lib/principal-tags/queries.ts'
import type { AskedPerson } from '#lib/reach/asked-person.ts'
import { pastedToken, type PastedToken } from '#lib/reach/pasted-token.ts'
import { personOfClaims, personsOfIdentity, type WhoSettings } from '#lib/reach/persons.ts'
import { mappingProviders } from '#lib/roles/mapping-providers.ts'
import { poolRoles } from '#lib/roles/queries.ts'
import type { WhoChoice } from './who-choices.ts'

/** What was typed of somebody. `way`: which of the ways in of an identity; `role`: what an app takes with a token of the pool. */
export type TypedWho = { identityId: string; claims: string; way: number; role: string | null }

/** What decides who gets what of a pool; null until it is read. */
export function useWhoSettings(pool: PoolRef): WhoSettings | null {
  const detail = useQuery(poolDetail(pool))
  const roles = useQuery(poolRoles(pool))
  const providers = detail.data ? taggedProviders(detail.data) : []
  const tags = useQuery({ ...principalTagsOf(pool, providers), enabled: providers.length > 0 })
  if (!detail.data || !roles.data || (providers.length > 0 && !tags.data)) return null
  return { pool: detail.data, roles: roles.data, tags: tags.data ?? [] }
}

/** Somebody of whom can be asked, the ways in that they have, or why nobody can be. */
export type AskedWho = {
  persons: AskedPerson[]
  person: AskedPerson | null
  why: string | null
  claimsFault: string | null
  wantsRole: boolean
  /** The token that was pasted instead of claims. */
  pasted: PastedToken | null
}

/** Who was chosen, with what was typed of them. */
export function useAskedPerson(
  pool: PoolRef,
  choice: WhoChoice | undefined,
  settings: WhoSettings | null,
  typed: TypedWho,
): AskedWho {
  const identityId = typed.identityId.trim()
  const wanted = choice?.by === 'identity' && isId(identityId)
  const identity = useQuery({ ...identityDetail({ connectionId: pool.connectionId, identityId }), enabled: wanted })
  const nobody = { persons: [], person: null, why: null, claimsFault: null, wantsRole: false, pasted: null }
  if (choice?.by === 'person') {
    if (!choice.reading.ok) return { ...nobody, why: choice.reading.why }
    return { ...nobody, person: { ...choice.reading.person, identityId: identityId === '' ? null : identityId } }
  }
  if (!choice || settings === null) return nobody
  if (choice.by === 'identity') {
    if (!wanted) return { ...nobody, why: identityId === '' ? null : 'This is no identity ID.' }
    if (identity.error) return { ...nobody, why: identity.error.message }
    if (!identity.data) return nobody
    const persons = personsOfIdentity(settings, identity.data)
    const person = persons[typed.way] ?? persons[0] ?? null
    return { ...nobody, persons, person, why: person ? null : 'This identity gets no role.' }
  }
  const reading = readClaims(typed.claims, mappingProviders(settings.pool))
  if (!reading.ok) return { ...nobody, claimsFault: reading.message }
  const pasted = pastedToken(typed.claims, choice.provider)
  const read = personOfClaims(settings, choice.provider, reading.claims, typed.role)
  if (!read.ok) return { ...nobody, pasted, why: read.why, wantsRole: read.wantsRole ?? false }
  const known = read.person.identityId ?? (identityId === '' ? null : identityId)
  return { ...nobody, pasted, person: { ...read.person, identityId: known } }
}
