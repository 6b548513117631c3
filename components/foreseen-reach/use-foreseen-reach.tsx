'use client'

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { consoleSession } from '#lib/connections/queries.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { foreseenReach } from '#lib/reach/queries.ts'
import { TypedWord, useTypedWord } from '../save/typed-word.tsx'
import { failureOf } from '../reading.ts'
import { useRoleDenial } from '../use-role-denial.ts'
import { GainList } from './gain-list.tsx'

type Change = Parameters<typeof foreseenReach>[1]

/** What a save waits for, and why it still does. */
export type Gate = { shown: ReactNode; missing: string | null }

const WORD = 'reach'

/**
 * What a change gives to whom, where IAM is read and the person may know; null is no change of that kind. A change that
 * gives people more than to read has a word typed first.
 */
export function useForeseenReach(pool: PoolRef, change: Change | null): Gate {
  const session = useQuery(consoleSession())
  const denied = useRoleDenial(pool.connectionId, 'iam-policies:read')
  const readsIam = session.data?.connections.find(({ id }) => id === pool.connectionId)?.readsIam ?? false
  const asks = change !== null && readsIam && denied === null
  const query = useQuery({ ...foreseenReach(pool, change ?? { access: null, roles: null }), enabled: asks })
  const { data } = query
  const typed = useTypedWord(asks && data?.isStrong ? WORD : null)
  if (!asks) return { shown: null, missing: null }
  if (data === undefined) {
    const failed = failureOf(query)
    return failed
      ? { shown: <p>What becomes reachable is not known: {failed.message}</p>, missing: null }
      : { shown: <p>Looking at what becomes reachable…</p>, missing: 'Wait until it is known what becomes reachable.' }
  }
  const isEmpty = data.gains.length === 0 && data.unread.length === 0
  return {
    shown: isEmpty ? null : (
      <>
        <GainList gains={data} />
        {typed.field && <TypedWord {...typed.field} />}
      </>
    ),
    missing: typed.missing,
  }
}
