import type { Login } from '../state/logins.ts'
import { below, type Random } from '../state/random.ts'
import type { Person } from './seed-pool.ts'

const FIRST = 'ada ben chloe dara emil farah goran hana ines jonas kira luis mara nils olga pavel'.split(' ')
const LAST = 'almeida brandt castro dubois eriksen fischer grant hughes ivanova jansen kaya lindberg'.split(' ')

/** Every fifth member came twice: by member number and, before that, by e-mail address. */
const DUPLICATE_EVERY = 5
/** Every third of those has a Google account on both sides, which no merge can join. */
const CONFLICT_EVERY = 3

/** Members of a system with its own sign-in, duplicates included. */
export function legacyPeople(developerProvider: string, random: Random): { count: number; people: Person[] } {
  const people: Person[] = []
  const later: Person[] = []
  for (const [index, name] of LAST.flatMap((last) => FIRST.map((first) => `${first}.${last}`)).entries()) {
    const member = { provider: developerProvider, subject: `member-${10_001 + index}`, developer: true }
    const hasGoogle = below(random, 4) === 0
    if (index % DUPLICATE_EVERY !== 0) {
      people.push({ logins: hasGoogle ? [member, google(random)] : [member], disabled: false })
      continue
    }
    const mail = { provider: developerProvider, subject: `${name}@example.com`, developer: true }
    const isConflict = (index / DUPLICATE_EVERY) % CONFLICT_EVERY === 0
    people.push({ logins: isConflict || hasGoogle ? [mail, google(random)] : [mail], disabled: false })
    later.push({ logins: isConflict ? [member, google(random)] : [member], disabled: false })
  }
  const disabled: Person[] = Array.from({ length: 8 }, () => ({ logins: [], disabled: true }))
  const all = [...people, ...disabled, ...later]
  return { count: all.length, people: all }
}

const google = (random: Random): Login => ({
  provider: 'accounts.google.com',
  subject: `1${String(below(random, 1e10)).padStart(10, '0')}${String(below(random, 1e10)).padStart(10, '0')}`,
  developer: false,
})
