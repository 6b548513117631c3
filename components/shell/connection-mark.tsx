import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import { Badge, type BadgeTone } from '../ui/badge.tsx'

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

/** The label that the configuration gives a connection, in its colour. */
export const ConnectionLabel = ({ label, color }: Pick<ConnectionSummary, 'label' | 'color'>) =>
  label !== null && <Badge tone={tones[color ?? 'grey']}>{label}</Badge>

/** The colour of a connection along the head of its pages, whose text names the connection. */
export const ConnectionLine = ({ color }: { color: Color }) => (
  <span aria-hidden="true" className={`absolute inset-x-0 top-0 h-0.75 ${lines[color]}`} />
)
