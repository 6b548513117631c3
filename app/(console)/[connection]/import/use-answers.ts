'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { poolSnapshot } from '#lib/code/queries.ts'
import { connectionCaller, consoleSession } from '#lib/connections/queries.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { completedPool } from '#lib/import/described/completed-pool.ts'
import type { DescribedPool } from '#lib/import/described/described-pool.ts'
import { answersFor, answersOfPlace, needsAccount } from '#lib/import/said/answers-for.ts'
import { answersOfPool } from '#lib/import/said/answers-of-pool.ts'
import type { Answers } from '#lib/import/told/told.ts'

type Asking = {
  connectionId: string
  described: DescribedPool
  /** What files say of what is asked for. */
  said: Answers
  typed: Readonly<Record<string, string>>
}

/** A described pool with what was typed, what files say, what a pool has and what the connection tells put in, in this order. */
export function useAnswers({ connectionId, described, said, typed }: Asking) {
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  const [from, setFrom] = useState<{ connectionId: string; pool: PoolRef | null }>({ connectionId, pool: null })
  const connection = useQuery(consoleSession()).data?.connections.find(({ id }) => id === connectionId)
  const all = completedPool(described).questions
  const ids = all.map(({ id }) => id)
  const caller = useQuery({
    ...connectionCaller(connectionId),
    enabled: connection?.kind === 'aws' && ids.some(needsAccount),
  })
  const other = useQuery({
    ...poolSnapshot(from.pool ?? { connectionId, poolId: '' }),
    enabled: from.pool !== null,
  })
  const ofId = described.poolId?.split(':')[0] ?? ''
  const region = connection?.regions.includes(ofId) ? ofId : (connection?.regions[0] ?? '')
  const known: Answers = {
    ...answersOfPlace(ids, { region, accountId: caller.data?.accountId ?? null }),
    ...(other.data && answersOfPool(described, other.data)),
    ...answersFor(ids, said),
  }
  const given = Object.fromEntries(Object.entries(typed).filter(([, value]) => value.trim() !== ''))
  const cleared = new Set(Object.entries(typed).flatMap(([id, value]) => (value.trim() === '' ? [id] : [])))
  const rest = Object.fromEntries(Object.entries(known).filter(([id]) => !cleared.has(id)))
  const completed = completedPool(described, { answers: { ...rest, ...given }, leftOut })
  const values = Object.fromEntries(
    completed.questions.map(({ id, preset }) => [id, typed[id] ?? (shown(known[id]) || (preset ?? ''))]),
  )
  return {
    completed,
    values,
    region,
    from,
    setFrom: (id: string, pool: PoolRef | null) => setFrom({ connectionId: id, pool }),
    take: (place: string, isTaken: boolean) =>
      setLeftOut((before) => new Set(isTaken ? [...before].filter((one) => one !== place) : [...before, place])),
  }
}

const shown = (value: Answers[string] | undefined): string =>
  value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)
