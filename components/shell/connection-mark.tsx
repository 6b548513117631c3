import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import { Badge, type BadgeTone } from '../ui/badge.tsx'

type ConnectionMarkProps = Pick<ConnectionSummary, 'label' | 'color'> & {
  /** With the line, which is no sign of its own: the head names the connection. */
  line?: boolean
}

type Color = NonNullable<ConnectionSummary['color']>

const tones: Record<Color, BadgeTone> = {
  red: 'danger',
  amber: 'warning',
  green: 'success',
  blue: 'accent',
  grey: 'neutral',
}
const lines: Record<Color, string> = {
  red: 'bg-danger',
  amber: 'bg-warning',
  green: 'bg-success',
  blue: 'bg-accent',
  grey: 'bg-line-strong',
}

/** What the configuration gives a connection: its label in its colour, and the same colour along the head of the page. */
export function ConnectionMark({ label, color, line = false }: ConnectionMarkProps) {
  return (
    <>
      {label !== null && (
        <Badge tone={tones[color ?? 'grey']}>
          <span className="truncate">{label}</span>
        </Badge>
      )}
      {line && color !== null && (
        <span
          aria-hidden="true"
          className={`absolute inset-x-0 top-0 h-0.75 forced-colors:bg-[CanvasText] ${lines[color]}`}
        />
      )}
    </>
  )
}
