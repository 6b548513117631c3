'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { LiveFieldset } from '#components/live-fieldset.tsx'
import { LeaveGuard } from '#components/save/leave-guard.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SelectField } from '#components/ui/select-field.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { isolated } from '#lib/core/isolated.ts'
import { isId } from '#lib/core/limits.ts'
import { poolsPath } from '#lib/core/paths.ts'
import type { NamedText } from '#lib/import/read-texts.ts'
import { NamedPool } from './named-pool.tsx'
import { PastedText } from './pasted-text.tsx'
import { useReading } from './use-reading.ts'

const ImportedPoolView = dynamic(() => import('./imported-pool-view.tsx').then((made) => made.ImportedPoolView), {
  loading: () => <Skeleton className="mt-8 h-60 w-full" />,
})

const NO_FILES: readonly NamedText[] = []

/** Reads a description of a pool, to make a pool from it, to see how one differs, or to bring one to it. */
export function ImportPools({ connectionId }: { connectionId: string }) {
  const [texts, setTexts] = useState<readonly NamedText[]>([{ name: '', text: '' }])
  const [made, setMade] = useState<readonly NamedText[]>()
  const [chosen, setChosen] = useState<string>()
  const [typed, setTyped] = useState<Record<string, string>>({})
  const [first, ...files] = texts
  const text = first?.text ?? ''
  const named = files.length === 0 && isId(text.trim().toLowerCase()) ? text.trim().toLowerCase() : null
  const { done, isReading } = useReading(named === null ? texts : NO_FILES)
  const found = done?.result.ok ? done.result : null
  const pool = found?.pools.find(({ key }) => key === chosen) ?? found?.pools[0]
  const problem = done && !done.result.ok && !isReading ? done.result.problem : undefined
  return (
    <>
      <PageHeader breadcrumbs={[{ label: 'Pools', href: poolsPath(connectionId) }]} title="Import" />
      <LeaveGuard
        active={texts.some((one) => one.text.trim() !== '') && texts !== made}
        loses="The text that you pasted is not kept."
      />
      <div className="max-w-form space-y-4">
        <LiveFieldset className="space-y-4">
          <PastedText
            text={text}
            files={files}
            problem={problem}
            onTexts={(next, all) => setTexts([{ name: '', text: next }, ...all])}
          >
            <p role="status" className="py-1.5 text-soft">
              {isReading ? 'Reading…' : found ? `Read as ${found.source}.` : ''}
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
      </div>
      {named !== null && <NamedPool pool={{ connectionId, poolId: named }} />}
      {found && pool && (
        <fieldset disabled={isReading} className="min-w-0">
          <ImportedPoolView
            key={`${done?.count} ${pool.key}`}
            connectionId={connectionId}
            described={pool}
            said={found.said}
            typed={typed}
            onTyped={(id, value) => setTyped((before) => ({ ...before, [id]: value }))}
            onMade={() => setMade(texts)}
          />
        </fieldset>
      )}
    </>
  )
}
