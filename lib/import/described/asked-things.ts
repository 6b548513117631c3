import { toPlain, type AskedThing, type ToldValue } from '../told/told.ts'
import { plainly } from '../told/work-out.ts'
import { asTyped } from './as-typed.ts'
import { idBeside } from './user-pool-names.ts'

/** A thing that the text does not tell, asked for once, and the places where an answer goes. */
export type Question = Pick<AskedThing, 'id' | 'reason' | 'hint'> & {
  /** What counts until somebody says something else. */
  preset: string | null
  places: string[]
}

/** A default that asks for something itself is no question: what it asks for is one. */
const isKnown = (preset: ToldValue | undefined): boolean =>
  preset === undefined || toPlain(plainly(preset)) !== undefined

/** Keeps what a description asks for while it is read, and where. */
export function askedThings() {
  const met = new Map<string, { one: AskedThing; places: Set<string> }>()
  const exactly = new Map<string, Set<string>>()
  const aside = new Set<string>()
  const placesOf = (id: string, places: ReadonlySet<string>) => exactly.get(id) ?? places
  /** Where the name of a user pool goes that is asked for by its id. */
  const nameOf = (id: string): string[] => {
    const own = placesOf(id, met.get(id)?.places ?? new Set())
    const names = [...met.values()].filter(({ one }) => idBeside(one.id) === id)
    return names.flatMap(({ one, places }) => [...placesOf(one.id, places)].filter((place) => !own.has(place)))
  }
  return {
    /** It is asked for somewhere within a place, whether or not it is answered. */
    meet(one: AskedThing, place: string) {
      const known = met.get(one.id) ?? { one, places: new Set() }
      met.set(one.id, known)
      known.places.add(place)
    },
    /** For want of it a place is left out. */
    misses: (id: string, place: string) => void exactly.set(id, (exactly.get(id) ?? new Set()).add(place)),
    /** It is asked for elsewhere, as consumer secrets are. */
    setAside: (id: string) => void aside.add(id),
    questions: (): Question[] =>
      [...met.values()]
        .filter(({ one }) => !met.has(idBeside(one.id) ?? ''))
        .filter(({ one: { id, preset } }) => (exactly.has(id) || !aside.has(id)) && isKnown(preset))
        .map(({ one: { id, reason, hint, preset }, places }) => ({
          id,
          reason,
          ...(hint !== undefined && { hint }),
          preset: preset === undefined ? null : asTyped(toPlain(plainly(preset)) ?? null),
          places: [...placesOf(id, places), ...nameOf(id)],
        })),
  }
}
