import type { NotAsked, PersonHit, PersonPlace, PersonTerm } from './person.ts'

/** What is known of one line of a list so far. */
export type PersonRow = {
  term: PersonTerm
  hits: PersonHit[]
  /** Who answered that they do not know them, in words. */
  absentIn: string[]
  /** Who could not be asked about this one; what holds for every row stands with the search. */
  notAsked: NotAsked[]
  isDone: boolean
}

/** A search over everything that the actor may see, as far as it is. */
export type PeopleSearch = {
  phase: 'places' | 'asking' | 'ended' | 'stopped'
  rows: PersonRow[]
  /** The pools that there are; those without a developer provider know no users. */
  places: PersonPlace[]
  /** Who is asked about nobody. */
  notAsked: NotAsked[]
  /** Epoch milliseconds until which a throttle is waited out, or null. */
  waitingUntil: number | null
}

/** `null` while a row is not done. */
export type Verdict = 'known' | 'not known' | 'not asked' | null

export const startOfSearch = (terms: readonly PersonTerm[]): PeopleSearch => ({
  phase: 'places',
  rows: terms.map((term) => ({
    term,
    hits: [],
    absentIn: [],
    notAsked:
      term.kind === 'refused'
        ? [{ place: 'nowhere', reason: term.reason }]
        : term.refused.map(({ label, reason }) => ({ place: label, reason })),
    isDone: term.kind === 'refused',
  })),
  places: [],
  notAsked: [],
  waitingUntil: null,
})

/** Absence is claimed only where somebody answered so, and nobody knows them. */
export function verdictOf({ hits, absentIn, isDone }: PersonRow): Verdict {
  if (hits.length > 0) return 'known'
  if (!isDone) return null
  return absentIn.length > 0 ? 'not known' : 'not asked'
}

/** Whether anybody is looked up by a user's identifier, which only pools with a developer provider know. */
export const seeksUsers = ({ rows }: PeopleSearch): boolean =>
  rows.some(({ term }) => term.kind === 'key' && term.keys.some((key) => 'userIdentifier' in key))

/** How many rows there are of each verdict. */
export function verdictCounts({ rows }: PeopleSearch): {
  known: number
  notKnown: number
  notAsked: number
  open: number
} {
  const verdicts = rows.map(verdictOf)
  const count = (verdict: Verdict) => verdicts.filter((one) => one === verdict).length
  return { known: count('known'), notKnown: count('not known'), notAsked: count('not asked'), open: count(null) }
}

/** The search with one row changed. */
export const withRow = (search: PeopleSearch, index: number, change: (row: PersonRow) => PersonRow): PeopleSearch => ({
  ...search,
  rows: search.rows.map((row, at) => (at === index ? change(row) : row)),
})

/** The search with somebody's answer about one row, each reason once. */
export const withReason = (search: PeopleSearch, index: number, notAsked: NotAsked): PeopleSearch =>
  withRow(search, index, (row) => ({ ...row, notAsked: [...row.notAsked, notAsked] }))

/** A pool that knows an identity says more than the service, which names no pool. */
export const withHit = (search: PeopleSearch, index: number, hit: PersonHit): PeopleSearch =>
  withRow(search, index, (row) => {
    const isTold = hit.poolId === null && row.hits.some((one) => isSameIdentity(one, hit))
    const others = row.hits.filter(
      (one) => !isSameIdentity(one, hit) || (one.poolId !== null && one.poolId !== hit.poolId),
    )
    return isTold ? row : { ...row, hits: [...others, hit] }
  })

const isSameIdentity = (one: PersonHit, other: PersonHit): boolean =>
  one.connectionId === other.connectionId && one.identityId === other.identityId

/** Every identity that was found, each once. */
export function hitsOf({ rows }: PeopleSearch): PersonHit[] {
  const byName = new Map<string, PersonHit>()
  for (const hit of rows.flatMap(({ hits }) => hits)) {
    const name = `${hit.connectionId} ${hit.identityId}`
    const known = byName.get(name)
    // A pool that knows it says more than the service, which names no pool.
    if (!known || known.poolId === null) byName.set(name, hit)
  }
  return [...byName.values()]
}
