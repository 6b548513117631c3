'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { FailureState } from '#components/failure-state.tsx'
import { Button } from '#components/ui/button.tsx'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { Field } from '#components/ui/field.tsx'
import { Section } from '#components/ui/section.tsx'
import { SelectField } from '#components/ui/select-field.tsx'
import { grouped } from '#lib/core/grouped.ts'
import type { IdentityMap } from '#lib/identity-map/identity-map.ts'
import { importMap, type MapProgress } from '#lib/identity-map/import-map.ts'
import { firstLines, linesOfFile } from '#lib/identity-map/lines-of-file.ts'
import { HEAD_LINES, readMapHead, type MapHead } from '#lib/identity-map/map-lines.ts'
import { identityMapKeys } from '#lib/identity-map/queries.ts'

type ImportMapProps = { connectionId: string; maps: readonly IdentityMap[]; denied: string | null }

/** A file that was chosen. `head`: null when it names nobody. */
type Chosen = { file: File; head: MapHead | null; columns: ReadonlySet<number> }

const HINT =
  'CSV, one person a line: an identity ID, and a sub, an e-mail address or a customer number beside it. Up to 1,000,000 entries; it is read here, part by part.'

/** Imports a map from a file. */
export function ImportMap({ connectionId, maps, denied }: ImportMapProps) {
  const client = useQueryClient()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [replaces, setReplaces] = useState('')
  const [progress, setProgress] = useState<MapProgress | null>(null)
  const [done, setDone] = useState<(MapProgress & { name: string }) | null>(null)
  const [error, setError] = useState<unknown>(null)
  const stop = useRef<AbortController | null>(null)

  async function choose(file: File) {
    setDone(null)
    setError(null)
    const head = readMapHead(await firstLines(file, HEAD_LINES))
    setChosen({ file, head, columns: new Set(head?.columns.filter(({ isLikely }) => isLikely).map(({ at }) => at)) })
  }

  async function start({ file, columns }: Chosen, head: MapHead) {
    const ending = new AbortController()
    stop.current = ending
    setError(null)
    setProgress({ lines: 0, entries: 0, without: { count: 0, first: [] } })
    try {
      const asked = { connectionId, name: file.name, lines: linesOfFile(file), head, chosen: columns }
      const ended = await importMap({
        ...asked,
        replaces: replaces === '' ? null : replaces,
        onProgress: setProgress,
        signal: ending.signal,
      })
      setDone({ ...ended, name: file.name })
      setChosen(null)
      setReplaces('')
    } catch (cause) {
      if (!ending.signal.aborted) setError(cause)
    }
    setProgress(null)
    void client.invalidateQueries({ queryKey: identityMapKeys.connection(connectionId) })
  }

  const head = chosen?.head ?? null
  return (
    <Section title="Import a map">
      <form
        aria-label="Import a map"
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (chosen && head) void start(chosen, head)
        }}
      >
        <Field
          label="File"
          hint={denied ?? HINT}
          error={
            chosen && !head ? `${chosen.file.name} names no identity beside anything. Choose another file.` : undefined
          }
        >
          {(control) => (
            <input
              {...control}
              type="file"
              accept=".csv,.tsv,.txt,text/*"
              disabled={denied !== null || progress !== null}
              className="block w-full text-soft file:mr-3 file:h-8 file:rounded-md file:border file:border-line-strong file:bg-surface file:px-3 file:font-medium file:text-ink hover:file:bg-hover"
              onClick={({ currentTarget }) => (currentTarget.value = '')}
              onChange={({ target: { files } }) => files?.[0] && void choose(files[0])}
            />
          )}
        </Field>
        {chosen && head && (
          <>
            <fieldset disabled={progress !== null}>
              <legend className="mb-1 font-medium">People are known by</legend>
              {head.columns.map(({ at, name, sample }) => (
                <Checkbox
                  key={at}
                  label={name}
                  hint={sample === '' ? 'empty in the first lines' : `such as ${sample}`}
                  checked={chosen.columns.has(at)}
                  onChange={() => setChosen({ ...chosen, columns: toggled(chosen.columns, at) })}
                />
              ))}
            </fieldset>
            {maps.length > 0 && (
              <SelectField label="It goes" value={replaces} onChange={({ target }) => setReplaces(target.value)}>
                <option value="">beside the present maps</option>
                {maps.map(({ mapId, name }) => (
                  <option key={mapId} value={mapId}>{`in the place of ${name}`}</option>
                ))}
              </SelectField>
            )}
            <div className="flex gap-2">
              <Button
                type="submit"
                variant="primary"
                pending={progress !== null}
                disabled={denied !== null || chosen.columns.size === 0}
              >
                Import map
              </Button>
              {progress && <Button onClick={() => stop.current?.abort()}>Stop</Button>}
            </div>
          </>
        )}
        <p role="status" className="text-soft empty:hidden">
          {progress
            ? `${grouped(progress.entries)} entries of ${grouped(progress.lines)} lines…`
            : done
              ? doneWords(done)
              : ''}
        </p>
        {error !== null && <FailureState title="The map was not imported" error={error} compact />}
      </form>
    </Section>
  )
}

const toggled = (columns: ReadonlySet<number>, at: number): Set<number> =>
  columns.has(at) ? new Set([...columns].filter((one) => one !== at)) : new Set([...columns, at])

function doneWords({ name, entries, without: { count, first } }: MapProgress & { name: string }): string {
  const said = `${name} is imported: ${grouped(entries)} ${entries === 1 ? 'entry' : 'entries'}.`
  if (count === 0) return said
  const lines = `${first.map(grouped).join(', ')}${count > first.length ? ' and others' : ''}`
  return `${said} ${grouped(count)} ${count === 1 ? 'line' : 'lines'} named nobody: ${lines}.`
}
