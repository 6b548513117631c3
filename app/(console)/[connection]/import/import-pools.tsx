'use client'

import { isolated } from '#lib/core/isolated.ts'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { LeaveGuard } from '#components/save/leave-guard.tsx'
import { LiveFieldset } from '#components/live-fieldset.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SelectField } from '#components/ui/select-field.tsx'
import { readPools, type ReadPools } from '#lib/import/read-pools.ts'
import type { ImportedPool } from '#lib/import/from-service.ts'
import { poolsPath } from '#lib/core/paths.ts'
import { ImportedPoolView } from './imported-pool-view.tsx'
import { NamedPool } from './named-pool.tsx'
import { PastedText } from './pasted-text.tsx'

const UNREAD =
  'The reader failed on this text, which may be too long or nested too deeply for it. Paste only the part that describes the pool.'

type Found = {
  text: string
  source: string
  pools: ImportedPool[]
  /** The pool that the text names as its own, where it names one. */
  poolId: string | null
  reading: number
}

/** Reads a pasted description of a pool, to make a pool from it or to see how one differs. */
export function ImportPools({ connectionId }: { connectionId: string }) {
  const [text, setText] = useState('')
  const [made, setMade] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const [found, setFound] = useState<Found | null>(null)
  const [chosen, setChosen] = useState<string>()
  const [named, setNamed] = useState<string | null>(null)
  const isOther = found !== null && found.text !== text
  const pool = found?.pools.find(({ key }) => key === chosen) ?? found?.pools[0]

  const read = async () => {
    const { idsIn } = await import('#lib/pasted/ids-in-text.ts')
    const ids = idsIn(text)
    const [only] = ids
    const isId = only !== undefined && ids.length === 1 && text.trim().toLowerCase() === only.id
    setNamed(isId ? only.id : null)
    setProblem(undefined)
    if (isId) return setFound(null)
    const own = ids.filter(({ isPool }) => isPool)
    const result = await readPools(text).catch((): ReadPools => ({ ok: false, problem: UNREAD }))
    setProblem(result.ok ? undefined : result.problem)
    setChosen(undefined)
    setFound((before) =>
      result.ok
        ? {
            text,
            source: result.source,
            pools: result.pools,
            poolId: own.length === 1 ? (own[0]?.id ?? null) : null,
            reading: (before?.reading ?? 0) + 1,
          }
        : null,
    )
  }

  return (
    <>
      <PageHeader breadcrumbs={[{ label: 'Pools', href: poolsPath(connectionId) }]} title="Import" />
      <LeaveGuard active={text.trim() !== '' && text !== made} loses="The text that you pasted is not kept." />
      <form
        className="max-w-form space-y-4"
        onSubmit={(event) => {
          event.preventDefault()
          void read()
        }}
      >
        <LiveFieldset className="space-y-4">
          <PastedText text={text} problem={problem} onText={setText}>
            <Button type="submit" variant="primary">
              Read configuration
            </Button>
            <p role="status" className="py-1.5 text-soft">
              {found &&
                (isOther ? 'The text has changed since it was read: read it again.' : `Read as ${found.source}.`)}
            </p>
          </PastedText>
        </LiveFieldset>
        {found && found.pools.length > 1 && (
          <SelectField
            label="Pool"
            className="max-w-sm"
            value={pool?.key}
            onChange={(event) => setChosen(event.target.value)}
          >
            {found.pools.map((one) => (
              <option key={one.key} value={one.key}>
                {isolated(one.label)}
              </option>
            ))}
          </SelectField>
        )}
      </form>
      {named !== null && <NamedPool pool={{ connectionId, poolId: named }} />}
      {found && pool && (
        <fieldset disabled={isOther} className="min-w-0">
          <ImportedPoolView
            key={`${found.reading} ${pool.key}`}
            connectionId={connectionId}
            imported={pool}
            poolId={found.poolId}
            onMade={() => setMade(text)}
          />
        </fieldset>
      )}
    </>
  )
}
