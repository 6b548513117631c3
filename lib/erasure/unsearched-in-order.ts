import type { Unsearched } from './person-search.ts'

const order = new Intl.Collator('en', { numeric: true })

/** Places that were not searched by connection, and in each by the pool's name; a whole Region or connection first. */
export function unsearchedInOrder(
  places: readonly Unsearched[],
  nameOf: (connectionId: string) => string,
): Unsearched[] {
  const wordsOf = ({ connectionId, poolName, poolId, region }: Unsearched) =>
    [nameOf(connectionId ?? ''), poolName ?? poolId ?? '', region ?? ''] as const
  return places.toSorted((one, other) => {
    const [mine, theirs] = [wordsOf(one), wordsOf(other)]
    return order.compare(mine[0], theirs[0]) || order.compare(mine[1], theirs[1]) || order.compare(mine[2], theirs[2])
  })
}
