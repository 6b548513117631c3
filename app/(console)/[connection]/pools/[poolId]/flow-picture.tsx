import { useState } from 'react'
import { placePath, rolesPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import type { FlowRole, SignInFlow } from '#lib/findings/sign-in-flow.ts'
import { FlowChip } from './flow-chip.tsx'
import { FlowDots, dotsWidth } from './flow-dots.tsx'
import { FlowLane, leadsTo } from './flow-lane.tsx'
import { FlowLines } from './flow-lines.tsx'
import { placeFlow } from './place-flow.ts'

type FlowPictureProps = {
  pool: PoolRef
  /** What is drawn of it. */
  flow: SignInFlow
  /** All of it, which is told where no lines are drawn. */
  whole: SignInFlow
}

/** Ways in on the left, roles on the right, lines between them; on a narrow screen one under the other without lines. */
export function FlowPicture({ pool, flow, whole }: FlowPictureProps) {
  const placed = placeFlow(flow)
  const { lanes, roles } = placed
  const straight = Math.max(...lanes.map(({ lane }) => dotsWidth(lane.found.out.length)))
  const arrival = Math.max(0, ...roles.map(({ role }) => dotsWidth(role.found.length)))
  const [near, setNear] = useState<string | null>(null)
  const names = new Map(whole.roles.map(({ key, name }) => [key, name]))
  const told = new Map(whole.lanes.map((lane) => [lane.key, leadsTo(lane, names)]))
  const onNear = (key: string) => (isNear: boolean) => setNear(isNear ? key : null)
  const isLit = (key: string) => near !== null && key === near
  return (
    <div
      className="md:grid"
      style={{
        gridTemplateColumns: `minmax(0,19fr) minmax(${Math.max(5, straight + arrival + 4)}rem,5fr) minmax(0,8fr)`,
      }}
    >
      <ul aria-label="Ways in" className="max-md:space-y-2 md:flex md:flex-col md:justify-center">
        {lanes.map(({ lane }) => (
          <FlowLane
            key={lane.key}
            pool={pool}
            lane={lane}
            leadsTo={told.get(lane.key) ?? ''}
            onNear={onNear(lane.key)}
          />
        ))}
      </ul>
      <FlowLines placed={placed} straight={straight} arrival={arrival} isLit={isLit} />
      <ul
        aria-label="Roles"
        className="relative max-md:mt-4 max-md:grid max-md:gap-2 sm:max-md:grid-cols-2 max-md:border-t max-md:border-line max-md:pt-4"
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
