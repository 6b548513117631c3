'use client'

import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import { download } from '#components/download.ts'
import { Loaded } from '#components/loaded.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { CodeBlock } from '#components/ui/code-block.tsx'
import { Section } from '#components/ui/section.tsx'
import { SegmentedControl } from '#components/ui/segmented-control.tsx'
import { useCliConnection } from '#components/use-cli-connection.ts'
import { codeFormats, codeNotes } from '#lib/code/code-formats.ts'
import { codeFileName } from '#lib/code/file-name.ts'
import { poolSnapshot } from '#lib/code/queries.ts'
import type { PoolRef } from '#lib/core/refs.ts'

/** The pool as it is now, in the languages of other tools; which one is in the address. */
export function PoolCode({ pool }: { pool: PoolRef }) {
  const query = useQuery(poolSnapshot(pool))
  const chosen = useSearchParams().get('as')
  const { script, note: ofConnection } = useCliConnection(pool.connectionId)
  const format = codeFormats.find(({ id }) => id === chosen) ?? codeFormats[0]
  if (!format) return null
  return (
    <div className="max-w-form space-y-6">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <SegmentedControl
          label="Format"
          options={codeFormats.map(({ id, label }) => ({ value: id, label }))}
          value={format.id}
          onChange={(id) => window.history.replaceState(null, '', `?as=${id}`)}
        />
        <p className="text-xs text-soft">
          Identities and their links are in no format: the service cannot import them.
        </p>
      </div>
      <Loaded query={query} title="The pool could not be read" skeleton="h-80">
        {(data) => (
          <>
            {[...codeNotes(format, data), ...(format.id === 'cli' && ofConnection ? [ofConnection] : [])].map(
              (note) => (
                <Callout key={note}>{note}</Callout>
              ),
            )}
            {format.parts(data).map(({ title, text, file, code }) => {
              const whole = format.id === 'cli' ? script(code) : code
              const name = codeFileName(data.pool.name, file)
              return (
                <Section key={title} title={title} description={text}>
                  <CodeBlock
                    label={title}
                    language={format.language}
                    file={{ name, onDownload: () => download(name, 'text/plain;charset=utf-8', whole) }}
                    code={whole}
                  />
                </Section>
              )
            })}
          </>
        )}
      </Loaded>
    </div>
  )
}
