'use client'

import { useState } from 'react'
import { download } from '#components/download.ts'
import { FailureState } from '#components/failure-state.tsx'
import { ListField } from '#components/people/list-field.tsx'
import { NotAskedList } from '#components/people/not-asked-list.tsx'
import { peopleSearchStore } from '#components/people/people-search-store.ts'
import { SearchProgress } from '#components/people/search-progress.tsx'
import { usePeopleSearch } from '#components/people/use-people-search.ts'
import { Button } from '#components/ui/button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { findPath } from '#lib/core/paths.ts'
import { columnsTaken } from '#lib/people/columns-taken.ts'
import { peopleCsv } from '#lib/people/people-csv.ts'
import { seeksUsers } from '#lib/people/people-search.ts'
import { MOST_PEOPLE, readList } from '#lib/people/read-list.ts'
import { PeopleTable } from './people-table.tsx'
import { grouped } from '#lib/core/grouped.ts'

/** The last list, for whoever comes back from one of its people. */
const store = peopleSearchStore()

/** Many people at once, over every pool of every connection that the actor may use. */
export function PeopleList({ connectionId }: { connectionId: string }) {
  const { search, isRunning, error } = usePeopleSearch(store)
  const [text, setText] = useState('')
  const { terms, left, columns } = readList(text)

  return (
    <>
      <PageHeader
        title="Look up a list"
        breadcrumbs={[{ label: 'Find', href: findPath(connectionId) }]}
        meta={<span>in all connections that you may use</span>}
      />
      <ListField
        label="Identifiers"
        hint={`User identifiers, e-mail addresses or identity IDs: one a line, or CSV, of which each line is one person; ${MOST_PEOPLE} at a time. Tokens are sent nowhere.`}
        error={
          left > 0
            ? `${grouped(left)} more than ${MOST_PEOPLE} are in this list: they are left out. Look them up afterwards, or in one pool by “Look up or merge a list” on its Developer identities.`
            : undefined
        }
        text={text}
        onText={setText}
      />
      {columns && <p className="mt-2 text-soft">{columnsTaken(columns)}</p>}
      <div className="mt-3 mb-6 flex flex-wrap items-center gap-2">
        <Button
          variant="primary"
          disabled={terms.length === 0}
          pending={isRunning}
          onClick={() => void store.start(terms)}
        >
          {terms.length === 0 ? 'Look up' : `Look up ${grouped(terms.length)}`}
        </Button>
        {isRunning && <Button onClick={() => store.stop()}>Stop</Button>}
        {search && search.phase !== 'places' && (
          <Button onClick={() => download('people.csv', 'text/csv', peopleCsv(search))}>Export as CSV</Button>
        )}
      </div>
      {error && <FailureState title="The list could not be looked up" error={error} compact />}
      {search && (
        <div className="space-y-6">
          <SearchProgress search={search} />
          <PeopleTable search={search} />
          {seeksUsers(search) && <NotAskedList notAsked={search.notAsked} />}
        </div>
      )}
    </>
  )
}
