'use client'

import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Loaded } from '#components/loaded.tsx'
import { QueryFailure } from '#components/query-failure.tsx'
import { failureOf } from '#components/reading.ts'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Section } from '#components/ui/section.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import type { PoolRef } from '#lib/core/refs.ts'
import { poolReport } from '#lib/findings/queries.ts'
import { signInFlow, type SignInFlow } from '#lib/findings/sign-in-flow.ts'
import type { Pool } from '#lib/pools/pool.ts'
import { poolDetail } from '#lib/pools/queries.ts'
import { poolRoles } from '#lib/roles/queries.ts'
import { FlowDots } from './flow-dots.tsx'
import { FlowList } from './flow-list.tsx'
import { FlowPicture } from './flow-picture.tsx'
import { NoProviders } from './no-providers.tsx'
import { withLanesOrdered } from './order-lanes.ts'
import { restOfFlow } from './rest-of-flow.ts'
import { shortened } from './shorten-flow.ts'

/** So many lanes and roles are drawn before one asks for all. */
const FEW = 12

const basicFlows: Record<Pool['classicFlow'], string> = {
  off: 'The basic (classic) flow is off: the pool chooses the role.',
  on: 'The basic (classic) flow is on: an app may take any role whose trust policy accepts this pool.',
  unset: 'The basic (classic) flow is not set, which is not off: an app may take any role that trusts this pool.',
}

/** Who can sign in, what decides their role and which it is, with what was found on the way. */
export function PoolSignInFlow({ pool }: { pool: PoolRef }) {
  const detail = useQuery(poolDetail(pool))
  const roles = useQuery(poolRoles(pool))
  const report = useQuery(poolReport(pool))
  const open = report.data?.findings.filter(({ suppressed }) => suppressed === null) ?? []
  const settled = roles.data !== undefined || failureOf(roles) !== null
  return (
    <>
      <QueryFailure query={roles} title="The roles could not be read" />
      <Loaded query={detail} skeleton="mb-6 h-64">
        {(detail) =>
          settled ? (
            <Flow
              pool={pool}
              detail={detail}
              flow={signInFlow(detail, roles.data ?? null, { findings: open, reach: report.data?.reach ?? {} })}
            />
          ) : (
            <Skeleton className="mb-6 h-64 w-full" />
          )
        }
      </Loaded>
    </>
  )
}

function Flow({ pool, detail, flow }: { pool: PoolRef; detail: Pool; flow: SignInFlow }) {
  const [all, setAll] = useState(false)
  const [listed, setListed] = useState(false)
  const list = useId()
  const ordered = withLanesOrdered(flow, FEW)
  const short = shortened(ordered, FEW)
  const rest = restOfFlow(ordered, short)
  const basicFlow = basicFlows[detail.classicFlow]
  return (
    <Section
      title="Sign-in flow"
      className="mb-6"
      actions={
        <Button size="sm" variant="ghost" aria-controls={list} onClick={() => setListed(!listed)}>
          {listed ? 'As a picture' : 'As a list'}
        </Button>
      }
    >
      <Card>
        <p className="mb-3 flex flex-wrap items-center gap-1 text-soft">
          <FlowDots pool={pool} found={flow.found} />
          {basicFlow}
        </p>
        {flow.lanes.every(({ kind }) => kind === 'guest' || kind === 'gone') && (
          <NoProviders pool={pool} guests={detail.allowUnauthenticated} />
        )}
        {!listed && (
          <>
            <FlowPicture pool={pool} flow={all ? ordered : short} whole={flow} />
            {rest && (
              <Button size="sm" className="mt-3" aria-expanded={all} onClick={() => setAll(!all)}>
                {all ? `Show the first ${FEW}` : `Show ${rest}`}
              </Button>
            )}
          </>
        )}
        <FlowList id={list} flow={flow} basicFlow={basicFlow} open={listed} />
      </Card>
    </Section>
  )
}
