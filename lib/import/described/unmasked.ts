import { MASKED } from '../../login-providers/provider-secrets.ts'
import { ask, isPart, listOf, mapOf, type ToldValue } from '../told/told.ts'
import { saysMasked } from './masked-value.ts'

/** The same value, where what its source masked is asked for; Lifeguard's own mask stays, whose secret is asked for elsewhere. */
export function unmasked(told: ToldValue, place: string): ToldValue {
  if (typeof told === 'string')
    return told !== MASKED && saysMasked(told) ? ask(place, { reason: 'is masked in the text' }) : told
  if (!isPart(told)) return told
  if (told.is === 'list') return listOf(told.items.map((item, index) => unmasked(item, `${place}[${index}]`)))
  if (told.is !== 'map') return told
  return mapOf(told.entries.map(([key, value]) => [key, unmasked(value, `${place}.${isPart(key) ? '…' : key}`)]))
}
