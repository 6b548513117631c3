'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { listIdentities } from '#lib/identities/actions.ts'
import { identityCount } from '#lib/identities/identity-count.ts'
import { noIdentities, scanIdentities, sumOf, type IdentityCounts } from '#lib/identities/scan-identities.ts'
import { errorShape } from '#lib/core/errors.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { unwrap } from '#lib/core/result.ts'
import { waitUnlessStopped } from '#lib/client/throttle.ts'
import { grouped } from '#lib/core/grouped.ts'

type Scan = { counts: IdentityCounts; phase: 'running' | 'stopped' | 'done' | 'failed'; problem: string | null }

/** How many identities a pool has: unknown until somebody asks for the scan, since the service tells no number. */
export function IdentityScan({ pool }: { pool: PoolRef }) {
  const { scan, start, stop } = useScan(pool)
  if (!scan)
    return (
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span>How many identities it has is unknown: the service tells no number.</span>
        <Button onClick={start}>Count them</Button>
      </p>
    )
  const { phase, problem } = scan
  return (
    <div className="space-y-1">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span role="status" aria-busy={phase === 'running'}>
          {sentence(scan)}
        </span>
        {phase === 'running' && <Button onClick={stop}>Stop counting</Button>}
        {(phase === 'failed' || phase === 'stopped') && <Button onClick={start}>Count again</Button>}
      </p>
      {problem && <p className="break-words text-danger-ink">{problem}</p>}
    </div>
  )
}

function useScan(pool: PoolRef) {
  const [scan, setScan] = useState<Scan | null>(null)
  const stopper = useRef<AbortController | null>(null)
  useEffect(() => () => stopper.current?.abort(), [])

  const start = () => {
    const controller = new AbortController()
    stopper.current = controller
    const tell = (change: Partial<Scan>) => setScan((before) => before && { ...before, ...change })
    setScan({ counts: noIdentities, phase: 'running', problem: null })
    void scanIdentities(
      {
        listPage: (cursor) => unwrap(listIdentities({ pool, hideDisabled: false, cursor })),
        wait: waitUnlessStopped,
        changed: (counts) => tell({ counts }),
      },
      controller.signal,
    ).then(
      (complete) => tell({ phase: complete ? 'done' : 'stopped' }),
      (error: unknown) => tell({ phase: 'failed', problem: errorShape(error).message }),
    )
  }
  return { scan, start, stop: () => stopper.current?.abort() }
}

function sentence({ counts, phase }: Scan): string {
  const total = identityCount(sumOf(counts))
  if (phase === 'running') return `${total} so far …`
  if (phase === 'failed') return `The count failed after ${total}.`
  if (phase === 'stopped') return `It has at least ${total}: the count was stopped.`
  const { guest, authenticated, disabled } = counts
  return `It has ${total}: ${counted(guest, 'without a login')}, ${counted(authenticated, 'with logins')}, ${counted(disabled, 'disabled')}.`
}

const counted = (count: number, what: string) => `${grouped(count)} ${what}`
