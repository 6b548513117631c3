import type { FlowEdge, PlacedFlow } from './place-flow.ts'

type FlowLinesProps = {
  placed: PlacedFlow
  /** How far lines run straight before they part, in rem: there stand the dots of their lane. */
  straight: number
  /** The same of where they have met, before the roles, in rem. */
  arrival: number
  isLit: (key: string) => boolean
}

/** The lines from lanes to roles, and a stop below where nobody gets on. */
export function FlowLines({ placed: { height, lanes, edges }, straight, arrival, isLit }: FlowLinesProps) {
  const picture = {
    'aria-hidden': true,
    viewBox: `0 0 100 ${Math.max(height, 1)}`,
    preserveAspectRatio: 'none',
    style: { height: `${height / 16}rem` },
  }
  // 10 px of what runs straight; a share of the whole where nothing does.
  const stop = straight > 0 ? 62.5 / straight : 8
  const stops = lanes.map(
    ({ lane: { key, gate }, middle }) =>
      (gate.otherwise === 'Deny' || gate.by === 'closed') && (
        <path
          key={key}
          d={`M0 ${middle + 14}H${stop}M${stop} ${middle + 9}V${middle + 19}`}
          fill="none"
          stroke="currentColor"
          strokeWidth={2}
          vectorEffect="non-scaling-stroke"
        />
      ),
  )
  return (
    <div className="flex text-control max-md:hidden forced-colors:text-[CanvasText]">
      {straight > 0 && (
        <svg {...picture} className="shrink-0" style={{ ...picture.style, width: `${straight}rem` }}>
          {edges.map((edge) => (
            <Line key={edge.key} edge={edge} d={`M0 ${edge.from}H100`} isLit={isLit} />
          ))}
          {stops}
        </svg>
      )}
      <svg {...picture} className="min-w-0 flex-1">
        {edges.map((edge) => (
          <Line
            key={edge.key}
            edge={edge}
            d={`M0 ${edge.from}C50 ${edge.from} 50 ${edge.to} 100 ${edge.to}`}
            drawn={straight * REM}
            isLit={isLit}
          />
        ))}
        {straight === 0 && stops}
      </svg>
      {arrival > 0 && (
        <svg {...picture} className="shrink-0" style={{ ...picture.style, width: `${arrival}rem` }}>
          {edges.map((edge) => (
            <Line key={edge.key} edge={edge} d={`M0 ${edge.to}H100`} isLit={isLit} />
          ))}
        </svg>
      )}
    </div>
  )
}

const REM = 16

type LineProps = Pick<FlowLinesProps, 'isLit'> & {
  edge: FlowEdge
  d: string
  /** How much of the line stands before this part of it, in px: its dashes go on from there. */
  drawn?: number
}

const Line = ({ edge: { lane, role, dashed, dotted }, d, drawn = 0, isLit }: LineProps) => (
  <path
    d={d}
    fill="none"
    stroke="currentColor"
    strokeWidth={2}
    strokeDasharray={dotted ? '2 4' : dashed ? '6 4' : undefined}
    strokeDashoffset={drawn}
    vectorEffect="non-scaling-stroke"
    className={isLit(lane) || isLit(role) ? 'text-accent forced-colors:text-[Highlight]' : ''}
  />
)
