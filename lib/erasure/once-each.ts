import type { FoundIdentity } from './person-search.ts'

/** An identity of the person once, on the connection that is to erase it, and the others that reach it too. */
export type ErasableRow = FoundIdentity & { alsoIn: string[]; readOnly: boolean }

const WORTH = { present: 2, unread: 1, gone: 0 }

/**
 * Ids are the service's own and never given twice: the same one on two connections is one identity, reached by both.
 * It is erased by one that may write.
 */
export function onceEach(found: readonly FoundIdentity[], readOnly: ReadonlySet<string>): ErasableRow[] {
  const worth = ({ connectionId, read }: FoundIdentity) => WORTH[read] * 2 + (readOnly.has(connectionId) ? 0 : 1)
  return [...Map.groupBy(found, ({ identityId }) => identityId).values()].flatMap((same) => {
    const [first, ...others] = same.toSorted((one, other) => worth(other) - worth(one))
    if (!first) return []
    return [
      {
        ...first,
        pool: first.pool ?? others.find(({ pool }) => pool !== null)?.pool ?? null,
        userIdentifiers: [...new Set(same.flatMap(({ userIdentifiers }) => userIdentifiers))],
        notes: same.reduce((sum, { notes }) => sum + notes, 0),
        foundBy: distinct(same.flatMap(({ foundBy }) => foundBy)),
        alsoIn: others.map(({ connectionId }) => connectionId),
        readOnly: readOnly.has(first.connectionId),
      },
    ]
  })
}

const distinct = <T>(items: readonly T[]): T[] => [
  ...new Map(items.map((item) => [JSON.stringify(item), item])).values(),
]
