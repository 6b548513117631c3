import type { BadgeTone } from '#components/ui/badge.tsx'
import { isolated } from '#lib/core/isolated.ts'
import { identityCount } from '#lib/identities/identity-count.ts'
import type { RetentionHours, RetentionRule, RetentionRun } from '#lib/retention/rule.ts'

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

/** What can be chosen: each night, or a day of the week by its number. */
export const dayOptions = [
  { value: '', label: 'Each night' },
  ...days.map((day, index) => ({ value: String(index), label: `Each ${day}` })),
]

const two = (count: number): string => String(count).padStart(2, '0')

/** "03:00 UTC". */
export const hourSaid = (hour: number): string => `${two(hour)}:00 UTC`

/** The same by the clock of whoever reads it, as that stands today: "04:00 here". */
export function hourHere(hour: number, now = new Date()): string {
  const at = new Date(now)
  at.setUTCHours(hour, 0, 0, 0)
  return `${two(at.getHours())}:${two(at.getMinutes())} here`
}

/** "Each night at 03:00 UTC". */
export const hoursSaid = ({ weekday, hour }: RetentionHours): string =>
  `${weekday === null ? 'Each night' : `Each ${days[weekday] ?? 'week'}`} at ${hourSaid(hour)}`

/** "1,200 identities, of active.csv". */
export const keepListSaid = ({ keepList }: Pick<RetentionRule, 'keepList'>): string =>
  keepList === null ? 'None' : `${identityCount(keepList.count)}, of ${isolated(keepList.name)}`

type Look = { tone: BadgeTone; label: string }

export const ruleLooks: Record<RetentionRule['state'], Look> = {
  unapproved: { tone: 'warning', label: 'Not approved yet' },
  active: { tone: 'accent', label: 'On' },
  paused: { tone: 'neutral', label: 'Paused' },
}

export const runLooks: Record<RetentionRun['state'], Look> = {
  scanning: { tone: 'accent', label: 'Scanning' },
  awaiting: { tone: 'warning', label: 'Awaiting approval' },
  deleting: { tone: 'accent', label: 'Deleting' },
  done: { tone: 'plain', label: 'Done' },
  stopped: { tone: 'neutral', label: 'Stopped' },
}
