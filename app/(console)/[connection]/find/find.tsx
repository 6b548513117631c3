'use client'

import { useQueryClient } from '@tanstack/react-query'
import { Search as SearchIcon } from 'lucide-react'
import { useEffect, useRef, useState, useSyncExternalStore, type SubmitEvent } from 'react'
import { ErasePersonLink } from '#components/erase/erase-person-link.tsx'
import { isSameSearch, keepSearch, lastSearch, onSearch, type Search } from '#components/last-search.ts'
import { RegionFailures } from '#components/region-failures.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SelectField } from '#components/ui/select-field.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { usePools } from '#components/use-pools.ts'
import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import { readToken } from '#lib/login-tokens/read-token.ts'
import { searchText } from '#lib/login-tokens/search-text.ts'
import { FoundId } from './found-id.tsx'
import { FoundToken } from './found-token.tsx'
import { FoundUsers } from './found-users.tsx'
import { RecentPeopleList } from './recent-people-list.tsx'

const NO_TOKEN =
  'An identity ID, a developer user identifier, or a token. A token is read here in the browser and sent nowhere.'

const nothingYet = () => null

/** One box for whatever the person on the phone has. */
export function Find({ connection }: { connection: ConnectionSummary }) {
  const queryClient = useQueryClient()
  const { pools, regions } = usePools(connection)
  const [text, setText] = useState('')
  const [poolId, setPoolId] = useState('')
  const [problem, setProblem] = useState<string>()
  const search = useSyncExternalStore(onSearch, () => lastSearch(connection.id), nothingYet)
  const box = useRef<HTMLInputElement | null>(null)
  useEffect(() => box.current?.focus(), [])

  function look(next: Search) {
    const repeated = search !== null && isSameSearch(search, next)
    keepSearch(connection.id, next)
    setProblem(undefined)
    // What the last search shows need not be asked again before this one.
    void queryClient.invalidateQueries({
      queryKey: ['developer-identities', connection.id],
      refetchType: repeated ? 'active' : 'none',
    })
  }

  function submit(event: SubmitEvent) {
    event.preventDefault()
    const typed = searchText(text)
    if (typed.kind === 'empty') return
    if (typed.kind === 'too-long') {
      setProblem(
        `This has ${typed.length.toLocaleString('en')} characters: too many for a user, and not the form of a token. It was not sent.`,
      )
    } else if (typed.kind === 'token') {
      setText('')
      look({ kind: 'token', facts: readToken(typed.token) })
    } else if (typed.kind === 'id') look(typed)
    else look({ ...typed, poolId })
  }

  return (
    <>
      <PageHeader
        title="Find a person"
        meta={<span>in {connection.name}</span>}
        actions={<ErasePersonLink known={search ? knownBy(search) : []} />}
      />
      <form role="search" aria-label="Find" onSubmit={submit} className="mb-6 flex flex-wrap items-start gap-2">
        <Field label="Who is it?" hint={NO_TOKEN} error={problem} className="min-w-0 flex-1 basis-96">
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
          onChange={(event) => setPoolId(event.target.value)}
        >
          <option value="">Every pool with a developer provider</option>
          {pools.map((pool) => (
            <option key={pool.poolId} value={pool.poolId}>
              {pool.name} ({pool.region})
            </option>
          ))}
        </SelectField>
        <Button type="submit" variant="primary" className="mt-6.5 max-sm:mt-0">
          Find
        </Button>
      </form>
      <RegionFailures regions={regions} />
      {search?.kind === 'id' && (
        <FoundId
          key={search.id}
          identity={{ connectionId: connection.id, identityId: search.id }}
          pools={pools}
          onUser={() => look({ kind: 'user', userIdentifier: search.id, poolId })}
        />
      )}
      {search?.kind === 'user' && (
        <FoundUsers
          key={search.userIdentifier}
          connectionId={connection.id}
          userIdentifier={search.userIdentifier}
          pools={search.poolId === '' ? pools : pools.filter((pool) => pool.poolId === search.poolId)}
        />
      )}
      {search?.kind === 'token' && <FoundToken connection={connection} pools={pools} facts={search.facts} />}
      <RecentPeopleList connectionId={connection.id} />
    </>
  )
}

/** What a search says of the person, exactly. */
function knownBy(search: Search): string[] {
  if (search.kind === 'id') return [search.id]
  if (search.kind === 'user') return [search.userIdentifier]
  return search.facts?.identity ? [search.facts.identity.identityId] : []
}
