'use client'

import { isolated } from '#lib/core/isolated.ts'
import { Search as SearchIcon } from 'lucide-react'
import { useEffect, useRef, useState, type SubmitEvent } from 'react'
import { searchOf, type Search } from '#components/last-search.ts'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { SelectField } from '#components/ui/select-field.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import type { PoolSummary } from '#lib/pools/pool.ts'
import { grouped } from '#lib/core/grouped.ts'

const HINT =
  'An identity ID, a developer user identifier, a token or what an app said of an error, alone or in any text. A token is read here in the browser and sent nowhere.'

type FindBoxProps = {
  pools: readonly PoolSummary[]
  poolId: string
  onPool: (poolId: string) => void
  /** Null: what was typed can be nobody. */
  onSearch: (search: Search | null, text: string) => void
}

/** One box for whatever the person on the phone has. */
export function FindBox({ pools, poolId, onPool, onSearch }: FindBoxProps) {
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  const box = useRef<HTMLInputElement | null>(null)
  useEffect(() => box.current?.focus(), [])

  function submit(event: SubmitEvent) {
    event.preventDefault()
    if (text.trim() === '') return
    const search = searchOf(text, poolId)
    setProblem(search || mayBeError(text) ? undefined : tooLong(text))
    onSearch(search, text)
    // Whoever types the next one replaces it; a token stays on no screen.
    if (search?.pasted.things.some(({ kind }) => kind === 'token')) setText('')
    else box.current?.select()
  }

  return (
    <form role="search" aria-label="Find" onSubmit={submit} className="mb-6 flex flex-wrap items-start gap-2">
      <Field label="Who is it?" hint={HINT} error={problem} className="min-w-0 flex-1 basis-96">
        {(control) => (
          <TextInput
            {...control}
            ref={box}
            mono
            icon={<SearchIcon />}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <SelectField
        label="Look users up in"
        className="w-64 max-sm:w-full"
        value={poolId}
        onChange={(event) => onPool(event.target.value)}
      >
        <option value="">Every pool with a developer provider</option>
        {pools.map((pool) => (
          <option key={pool.poolId} value={pool.poolId}>
            {isolated(pool.name)} ({pool.region})
          </option>
        ))}
      </SelectField>
      <Button type="submit" variant="primary" className="mt-6.5 max-sm:mt-0">
        Find
      </Button>
    </form>
  )
}

/** What an app said of an error of the service may name nobody. */
const mayBeError = (text: string) => /Exception|identity pool|login token/i.test(text)

const tooLong = (text: string) =>
  `This has ${grouped(text.length)} characters: too many for a user, and nothing in it is an ID or a token. It was not sent.`
