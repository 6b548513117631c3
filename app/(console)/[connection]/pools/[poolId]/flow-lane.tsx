import { placePath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { GUESTS, type Lane } from '#lib/findings/sign-in-flow.ts'
import { gateText } from '#lib/findings/sign-in-sentences.ts'
import { FlowChip } from './flow-chip.tsx'
import { FlowDots } from './flow-dots.tsx'

type FlowLaneProps = {
  pool: PoolRef
  lane: Lane
  /** Where its ways lead, in words, where no lines are drawn. */
  leadsTo: string
  onNear: (near: boolean) => void
}

/** One way in: the provider, what decides the role, and the findings on both sides of that. */
export function FlowLane({ pool, lane, leadsTo, onNear }: FlowLaneProps) {
  const { key, kind, title, detail, gate, found, tokenCheck } = lane
  const { title: gateTitle, detail: gateDetail } = gateText(gate)
  const shut = gate.by === 'closed' || kind === 'gone'
  const checks =
    tokenCheck === null ? '' : tokenCheck ? ', tokens checked by the server' : ', no server-side token check'
  return (
    <li className="relative grid grid-cols-[auto_minmax(0,1fr)] items-center sm:grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)] gap-y-1 md:h-13 md:grid-cols-[minmax(0,5fr)_minmax(4.5rem,1.5fr)_minmax(0,3fr)] md:gap-y-0">
      <div className="min-w-0 max-sm:col-span-full">
        <FlowChip
          href={kind === 'gone' ? placePath(pool, 'roles', key) : placePath(pool, 'access', accessPlaces[kind] ?? key)}
          title={title}
          detail={detail}
          full={`${title}: ${detail}${checks}`}
          faint={shut}
          onNear={onNear}
        />
      </div>
      <span className="relative grid min-h-6 min-w-6 place-items-center max-md:h-11 max-md:self-start">
        <span
          aria-hidden
          className={`absolute inset-x-0 top-1/2 -translate-y-1/2 border-t-2 border-control ${shut ? 'border-dotted' : kind === 'guest' ? 'border-dashed' : ''}`}
        />
        {found.in.length > 0 && (
          <span className="relative rounded-full bg-surface">
            <FlowDots pool={pool} found={found.in} />
          </span>
        )}
      </span>
      <span className="relative block min-w-0">
        <FlowChip
          href={placePath(pool, 'roles', rolePlaces[kind] ?? key)}
          title={gateTitle}
          detail={gateDetail}
          full={`${gateTitle}${gateDetail && `, ${gateDetail}`}`}
          faint={shut}
          onNear={onNear}
        />
        {found.out.length > 0 && (
          <span className="max-md:block md:absolute md:top-1/2 md:left-full md:z-10 md:ml-2 md:-translate-y-1/2 md:rounded-full md:bg-surface">
            <FlowDots pool={pool} found={found.out} />
          </span>
        )}
      </span>
      <span aria-hidden className="col-span-full text-right text-xs wrap-anywhere text-soft md:hidden">
        {leadsTo}
      </span>
    </li>
  )
}

/** Where another place than the provider's own stands for a lane. */
const accessPlaces: Partial<Record<Lane['kind'], string>> = {
  guest: 'allowUnauthenticated',
  developer: 'developerProviderName',
}
const rolePlaces: Partial<Record<Lane['kind'], string>> = { guest: 'unauthenticated', developer: 'authenticated' }

/** The ways of a lane as a line of role names, each once. */
export const leadsTo = ({ ways, key }: Lane, names: ReadonlyMap<string, string>): string => {
  if (ways.length === 0) return ''
  const told = ways.map(({ to, by }) => `${by === 'otherwise' ? 'otherwise ' : ''}${names.get(to) ?? to}`)
  return `${key === GUESTS && ways[0]?.by === 'unused' ? 'Would lead to' : '→'} ${[...new Set(told)].join(', ')}`
}
