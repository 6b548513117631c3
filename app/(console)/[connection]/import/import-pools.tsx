'use client'

import { isolated } from '#lib/core/isolated.ts'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { LeaveGuard } from '#components/save/leave-guard.tsx'
import { LiveFieldset } from '#components/live-fieldset.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SelectField } from '#components/ui/select-field.tsx'
import { Textarea } from '#components/ui/textarea.tsx'
import { readPools, type ReadPools } from '#lib/import/read-pools.ts'
import type { ImportedPool } from '#lib/import/from-service.ts'
import { poolsPath } from '#lib/core/paths.ts'
import { ImportedPoolView } from './imported-pool-view.tsx'

const UNREAD =
  'The reader failed on this text, which may be too long or nested too deeply for it. Paste only the part that describes the pool.'

type Found = { text: string; source: string; pools: ImportedPool[]; reading: number }

/** Reads a pasted description of a pool, to make a pool from it or to see how one differs. */
export function ImportPools({ connectionId }: { connectionId: string }) {
  const [text, setText] = useState('')
  const [made, setMade] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const [found, setFound] = useState<Found | null>(null)
  const [chosen, setChosen] = useState<string>()
  const isOther = found !== null && found.text !== text
  const pool = found?.pools.find(({ key }) => key === chosen) ?? found?.pools[0]

  const read = async () => {
    const result = await readPools(text).catch((): ReadPools => ({ ok: false, problem: UNREAD }))
    setProblem(result.ok ? undefined : result.problem)
    setChosen(undefined)
    setFound((before) =>
      result.ok ? { text, source: result.source, pools: result.pools, reading: (before?.reading ?? 0) + 1 } : null,
    )
  }

  return (
    <>
      <PageHeader breadcrumbs={[{ label: 'Pools', href: poolsPath(connectionId) }]} title="Import" />
      <LeaveGuard active={text.trim() !== '' && text !== made} loses="The text that you pasted is not kept." />
      <form
        className="max-w-4xl space-y-4"
        onSubmit={(event) => {
          event.preventDefault()
          void read()
        }}
      >
        <LiveFieldset className="space-y-4">
          <Field
            label="Description of a pool"
            hint="What describe-identity-pool answers (get-identity-pool-roles and get-principal-tag-attribute-map may follow it), a CloudFormation template, what terraform show -json prints, or Terraform resources. It is read in this page; nothing is sent before you create a pool."
            error={problem}
          >
            {(attributes) => (
              <Textarea {...attributes} mono rows={10} value={text} onChange={(event) => setText(event.target.value)} />
            )}
          </Field>
          <div className="flex flex-wrap items-end gap-3">
            <Button type="submit" variant="primary">
              Read
            </Button>
            <p role="status" className="py-1.5 text-soft">
              {found &&
                (isOther ? 'The text has changed since it was read: read it again.' : `Read as ${found.source}.`)}
            </p>
          </div>
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
      {found && pool && (
        <fieldset disabled={isOther} className="min-w-0">
          <ImportedPoolView
            key={`${found.reading} ${pool.key}`}
            connectionId={connectionId}
            imported={pool}
            onMade={() => setMade(text)}
          />
        </fieldset>
      )}
    </>
  )
}
