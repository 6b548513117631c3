import type { PersonSearch } from './person-search.ts'

type Given = { identifiers: readonly string[]; identityIds: readonly string[] }

/** What was given of a person and led to no identity and no note. */
export function ledNowhere({ identifiers, identityIds }: Given, { found, notes }: PersonSearch): string[] {
  const ways = found.flatMap(({ foundBy, userIdentifiers }) => [
    ...userIdentifiers,
    ...foundBy.flatMap((one) => ('userIdentifier' in one ? [one.userIdentifier] : [])),
  ])
  const led = new Set([...ways, ...notes.map(({ names }) => names)])
  const ids = new Set(found.map(({ identityId }) => identityId))
  return [...identifiers.filter((one) => !led.has(one)), ...identityIds.filter((one) => !ids.has(one))]
}
