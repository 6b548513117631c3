import type { Identity } from './identity.ts'
import { grouped } from '../core/grouped.ts'

/** "3 authenticated, 1 guest, 2 not known": of so many identities, of which these are known. */
export function countsOf(known: readonly Identity[], count: number): string {
  const of = (state: Identity['state']) => known.filter((identity) => identity.state === state).length
  const guests = of('guest')
  const parts: [number, string][] = [
    [of('authenticated'), 'authenticated'],
    [guests, guests === 1 ? 'guest' : 'guests'],
    [of('disabled'), 'disabled'],
    [count - known.length, 'not known'],
  ]
  return parts
    .filter(([number]) => number > 0)
    .map(([number, label]) => `${grouped(number)} ${label}`)
    .join(', ')
}
