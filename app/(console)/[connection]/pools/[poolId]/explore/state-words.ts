import type { IdentityState } from '#lib/identities/identity.ts'
import { sumOfStates, type Grain, type TimeBin } from '#lib/identity-index/time-bins.ts'
import { grouped } from '#lib/core/grouped.ts'

export const stateLabels: Readonly<Record<IdentityState, string>> = {
  guest: 'Guests',
  authenticated: 'Authenticated',
  disabled: 'Disabled',
}

const lengths: Record<Grain, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  week: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
}

/** "Nov 2026", "week of 2 Nov 2026", "2 Nov 2026". */
export function binLabel(from: string, grain: Grain): string {
  const text = new Intl.DateTimeFormat('en-GB', { ...lengths[grain], timeZone: 'UTC' }).format(new Date(from))
  return grain === 'week' ? `week of ${text}` : text
}

/** "Nov 2026: 12 created, 10 guests, 2 authenticated". */
export function binSaid({ from, counts }: TimeBin, grain: Grain, did: string): string {
  const parts = [
    [counts.guest, counts.guest === 1 ? 'guest' : 'guests'],
    [counts.authenticated, 'authenticated'],
    [counts.disabled, 'disabled'],
  ] as const
  const told = parts.filter(([count]) => count > 0).map(([count, label]) => `${grouped(count)} ${label}`)
  return [`${binLabel(from, grain)}: ${grouped(sumOfStates(counts))} ${did}`, ...told].join(', ')
}
