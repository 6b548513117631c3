import { useState } from 'react'
import { placePath, rolesPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import type { FlowRole, SignInFlow } from '#lib/findings/sign-in-flow.ts'
import { FlowChip } from './flow-chip.tsx'
import { FlowDots } from './flow-dots.tsx'
import { FlowLane, leadsTo } from './flow-lane.tsx'
import { placeFlow } from './place-flow.ts'

/** Ways in on the left, roles on the right, lines between them; on a narrow screen one under the other without lines. */
export function FlowPicture({ pool, flow }: { pool: PoolRef; flow: SignInFlow }) {
  const { height, lanes, roles, edges } = placeFlow(flow)
  const [near, setNear] = useState<string | null>(null)
  const names = new Map(flow.roles.map(({ key, name }) => [key, name]))
  const onNear = (key: string) => (isNear: boolean) => setNear(isNear ? key : null)
  const isLit = (key: string) => near !== null && key === near
  return (
    <div className="md:grid md:grid-cols-[minmax(0,19fr)_minmax(5rem,5fr)_minmax(0,8fr)]">
      <ul aria-label="Ways in" className="max-md:space-y-2 md:flex md:flex-col md:justify-center">
        {lanes.map(({ lane }) => (
          <FlowLane key={lane.key} pool={pool} lane={lane} leadsTo={leadsTo(lane, names)} onNear={onNear(lane.key)} />
        ))}
      </ul>
      <svg
        aria-hidden
        viewBox={`0 0 100 ${Math.max(height, 1)}`}
        preserveAspectRatio="none"
        className="block w-full text-control max-md:hidden forced-colors:text-[CanvasText]"
        style={{ height: `${height / 16}rem` }}
      >
        {edges.map(({ key, lane, role, from, to, dashed, dotted }) => (
          <path
            key={key}
            d={`M0 ${from}C50 ${from} 50 ${to} 100 ${to}`}
            fill="none"
            stroke="currentColor"
            strokeWidth={2}
            strokeDasharray={dotted ? '2 4' : dashed ? '6 4' : undefined}
            vectorEffect="non-scaling-stroke"
            className={isLit(lane) || isLit(role) ? 'text-accent forced-colors:text-[Highlight]' : ''}
          />
        ))}
        {lanes.map(
          ({ lane: { key, gate }, middle }) =>
            (gate.otherwise === 'Deny' || gate.by === 'closed') && (
              <path
                key={key}
                d={`M0 ${middle + 14}H8M8 ${middle + 9}V${middle + 19}`}
                fill="none"
                stroke="currentColor"
                strokeWidth={2}
                vectorEffect="non-scaling-stroke"
              />
            ),
        )}
      </svg>
      <ul
        aria-label="Roles"
        className="relative max-md:mt-4 max-md:grid max-md:grid-cols-2 max-md:gap-2 max-md:border-t max-md:border-line max-md:pt-4"
      >
        {roles.map(({ role, middle }) => (
          <li
            key={role.key}
            className="flex min-w-0 items-center gap-1 md:absolute md:inset-x-0 md:-translate-y-1/2 md:focus-within:z-30 md:hover:z-30"
            style={{ top: `${middle / 16}rem` }}
          >
            <FlowRoleChip pool={pool} role={role} onNear={onNear(role.key)} />
          </li>
        ))}
      </ul>
    </div>
  )
}

type FlowRoleChipProps = { pool: PoolRef; role: FlowRole; onNear: (near: boolean) => void }

function FlowRoleChip({ pool, role: { arn, name, detail, found }, onNear }: FlowRoleChipProps) {
  return (
    <>
      {found.length > 0 && (
        <span className="md:absolute md:right-full md:z-10 md:mr-1 md:rounded-full md:bg-surface">
          <FlowDots pool={pool} found={found} />
        </span>
      )}
      <div className="min-w-0 flex-1">
        <FlowChip
          href={
            arn === null && detail !== 'No credentials'
              ? rolesPath(pool)
              : placePath(pool, 'roles', arn ?? 'authenticated')
          }
          title={name}
          detail={detail}
          full={arn ?? detail}
          mono={arn !== null}
          faint={arn === null}
          align="end"
          onNear={onNear}
        />
      </div>
    </>
  )
}
