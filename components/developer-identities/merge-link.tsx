'use client'

import type { ReactNode } from 'react'
import { mergePath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { ButtonLink } from '../ui/button-link.tsx'
import { keepUser } from './kept-users.ts'

/** An identity and the user by whom the person is known, where there is one. */
export type KnownIdentity = { identityId: string; user: string | null }

type MergeLinkProps = {
  pool: PoolRef
  /** Whose identity stays, and whose is moved into it, as far as they are known. */
  keep: KnownIdentity | null
  move?: KnownIdentity | null
  size?: 'sm' | 'md'
  children: ReactNode
}

/** Leads to the merge with its boxes filled in. The address names identities alone. */
export function MergeLink({ pool, keep, move = null, size = 'md', children }: MergeLinkProps) {
  const keepUsers = () => {
    for (const known of [keep, move]) if (known && known.user !== null) keepUser(known.identityId, known.user)
  }
  return (
    <ButtonLink
      size={size}
      href={mergePath(pool, { keep: keep?.identityId ?? null, move: move?.identityId ?? null })}
      onClick={keepUsers}
    >
      {children}
    </ButtonLink>
  )
}
