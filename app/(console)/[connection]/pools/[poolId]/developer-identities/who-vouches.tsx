'use client'

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { QueryFailure } from '#components/query-failure.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { ForeignText } from '#components/ui/foreign-text.tsx'
import { Section } from '#components/ui/section.tsx'
import { useDenial } from '#components/use-denial.ts'
import { consoleSession } from '#lib/connections/queries.ts'
import { grouped } from '#lib/core/grouped.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { poolVouchers } from '#lib/reach/queries.ts'
import type { UnreadVoucher, Voucher } from '#lib/reach/voucher.ts'

/** Which roles of the account may make tokens for any user of the pool, read when somebody asks. */
export default function WhoVouches({ pool }: { pool: PoolRef }) {
  const session = useQuery(consoleSession())
  const readsIam = session.data?.connections.find(({ id }) => id === pool.connectionId)?.readsIam === true
  const denied = useDenial(pool.connectionId, 'iam-policies:read')
  const query = useInfiniteQuery({ ...poolVouchers(pool), enabled: false })
  const pages = query.data?.pages ?? []
  const read = pages.reduce((sum, page) => sum + page.read, 0)
  const begun = pages.length > 0
  const lacking = readsIam ? denied : 'IAM is not read on this connection.'
  return (
    <Section
      title="Who may vouch"
      description="Roles that may call GetOpenIdTokenForDeveloperIdentity on this pool: whoever has one of them can sign in as any of its users."
    >
      <Card className="space-y-3">
        <QueryFailure query={query} title="The roles of IAM could not be read" bare />
        {begun && (
          <>
            <p role="status">{told(pages.flatMap(({ vouchers }) => vouchers).length, read, query.hasNextPage)}</p>
            <Vouchers vouchers={pages.flatMap(({ vouchers }) => vouchers)} />
            <Unread unread={pages.flatMap(({ unread }) => unread)} />
          </>
        )}
        {(!begun || query.hasNextPage) && (
          <Button
            pending={query.isFetching}
            denied={lacking}
            onClick={() => void (begun ? query.fetchNextPage() : query.refetch())}
          >
            {begun ? 'Read more roles' : 'Look who may'}
          </Button>
        )}
        <p className="text-xs text-soft">
          Users of IAM, and what organisations and other accounts allow or deny, are not read: this is at most what
          these roles may do.
        </p>
      </Card>
    </Section>
  )
}

function told(found: number, read: number, more: boolean): string {
  const roles = read === 1 ? '1 role' : `${grouped(read)} roles`
  const so = found === 1 ? '1 may' : found === 0 ? 'none may' : `${grouped(found)} may`
  return `Of ${more ? 'the first ' : ''}${roles} ${so}.`
}

function Vouchers({ vouchers }: { vouchers: readonly Voucher[] }) {
  return (
    <ul aria-label="Roles that may vouch" className="divide-y divide-line rounded-lg border border-line empty:hidden">
      {vouchers.map(({ arn, decision, on, policies }) => (
        <li key={arn} className="space-y-1 px-3 py-2">
          <span className="flex flex-wrap items-center gap-2">
            <span className="min-w-0 font-mono text-xs wrap-anywhere">
              <ForeignText text={arn} />
            </span>
            {decision === 'depends' && <Badge tone="warning">Depends on {on.join(', ')}</Badge>}
          </span>
          <span className="block text-xs wrap-anywhere text-soft">
            By <ForeignText text={policies.join(', ')} />
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Not known is not none: each missing action once. */
function Unread({ unread }: { unread: readonly UnreadVoucher[] }) {
  if (unread.length === 0) return null
  const lacks = [...new Set(unread.flatMap((one) => one.lacks ?? []))]
  return (
    <p className="wrap-anywhere text-warning-ink">
      {`Of ${unread.length === 1 ? '1 role' : `${grouped(unread.length)} roles`} it is not known${lacks.length > 0 ? `: this connection lacks ${lacks.join(', ')}` : ''}.`}
    </p>
  )
}
