import Link from 'next/link'
import type { Column } from '#components/data-table/column.ts'
import { StateBadge } from '#components/state-badge.tsx'
import { MonoId } from '#components/ui/mono-id.tsx'
import { TimeStamp } from '#components/ui/time-stamp.tsx'
import { identityPath } from '#lib/core/paths.ts'
import type { Identity } from '#lib/identities/identity.ts'
import { loginLabel } from '#lib/login-providers/login-label.ts'

export const identityColumns = (connectionId: string): Column<Identity>[] => [
  {
    head: 'Identity ID',
    opens: true,
    sort: ({ identityId }) => identityId,
    width: 'w-52 sm:w-96',
    className: 'truncate',
    cell: ({ identityId }, tabIndex) => (
      <Link
        href={identityPath({ connectionId, identityId })}
        prefetch={false}
        tabIndex={tabIndex}
        className="rounded-sm text-accent-ink hover:underline"
      >
        <MonoId value={identityId} />
      </Link>
    ),
  },
  { head: 'State', width: 'w-32', sort: ({ state }) => state, cell: ({ state }) => <StateBadge state={state} /> },
  {
    head: 'Logins',
    width: 'w-56',
    className: 'truncate text-soft',
    title: ({ logins }) => logins.join(', '),
    cell: ({ logins }) => logins.map(loginLabel).join(', ') || '–',
  },
  {
    head: 'Created (UTC)',
    sort: ({ createdAt }) => createdAt,
    width: 'w-44',
    className: 'text-soft',
    cell: ({ createdAt }) => <TimeStamp value={createdAt} />,
  },
  {
    head: 'Modified (UTC)',
    sort: ({ modifiedAt }) => modifiedAt,
    width: 'w-44',
    className: 'text-soft',
    cell: ({ modifiedAt }) => <TimeStamp value={modifiedAt} />,
  },
]
