import Link from 'next/link'
import type { ReactNode } from 'react'
import type { Column } from '#components/data-table/column.ts'
import { StateBadge } from '#components/state-badge.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { ForeignText } from '#components/ui/foreign-text.tsx'
import { MonoId } from '#components/ui/mono-id.tsx'
import { isolated } from '#lib/core/isolated.ts'
import { identityPath } from '#lib/core/paths.ts'
import { verdictOf, type PeopleSearch, type PersonRow } from '#lib/people/people-search.ts'
import type { PersonHit } from '#lib/people/person.ts'

export type ListedPerson = { row: PersonRow; search: PeopleSearch }

const verdicts: Record<'known' | 'not known' | 'not asked', ReactNode> = {
  known: <Badge tone="plain">Known</Badge>,
  'not known': <Badge>Not known</Badge>,
  'not asked': <Badge tone="warning">Not asked</Badge>,
}

export const personColumns: Column<ListedPerson>[] = [
  {
    head: 'Identifier',
    width: 'min-w-40',
    rowHeader: true,
    sort: ({ row }) => row.term.label,
    className: 'font-mono font-normal wrap-anywhere whitespace-pre-wrap',
    cell: ({ row }) => <ForeignText text={row.term.label} />,
  },
  {
    head: 'Result',
    sort: ({ row }) => verdictOf(row),
    width: 'w-28',
    cell: ({ row }) => {
      const verdict = verdictOf(row)
      return verdict === null ? <span className="text-soft">Waiting</span> : verdicts[verdict]
    },
  },
  {
    head: 'Identities',
    width: 'min-w-64',
    cell: ({ row, search }) => (
      <ul className="space-y-1 empty:hidden">
        {row.hits.map((hit) => (
          <li key={`${hit.connectionId} ${hit.poolId} ${hit.identityId}`}>
            <Hit hit={hit} search={search} />
          </li>
        ))}
      </ul>
    ),
  },
  { head: 'Not known in', width: 'min-w-32', className: 'text-soft', cell: ({ row }) => places(row.absentIn) },
  {
    head: 'Not asked',
    width: 'min-w-40',
    className: 'text-soft',
    cell: ({ row }) => (
      <ul className="space-y-1 empty:hidden">
        {row.notAsked.map(({ place, reason }) => (
          <li key={`${place} ${reason}`}>{row.term.kind === 'refused' ? reason : `${place}: ${reason}`}</li>
        ))}
      </ul>
    ),
  },
]

function places(names: readonly string[]) {
  if (names.length <= 1) return names[0] ?? ''
  return <span title={names.join('\n')}>{names.length} places</span>
}

function Hit({ hit, search }: { hit: PersonHit; search: PeopleSearch }) {
  const { connectionId, connectionName, identityId, poolId, identity } = hit
  const pool = search.places.find((place) => place.connectionId === connectionId && place.poolId === poolId)
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
      <Link
        href={`${identityPath({ connectionId, identityId })}${poolId ? `?pool=${poolId}` : ''}`}
        prefetch={false}
        className="rounded-sm text-accent-ink hover:underline"
      >
        <MonoId value={identityId} shorten="always" />
      </Link>
      {identity ? <StateBadge state={identity.state} /> : <span className="text-soft">Not read</span>}
      <span className="text-soft">
        {pool ? `${isolated(pool.name)} in ${pool.connectionName}` : `in ${connectionName}`}
      </span>
    </span>
  )
}
