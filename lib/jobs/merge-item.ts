/** Two users, of which the source's identity is merged into the destination's. */
export type MergePair = { source: string; destination: string }
/** The same with the identities that they lead to by the check: a merge of others is refused. */
export type CheckedPair = MergePair & { sourceId: string; destinationId: string }

/** A pair as one item of a job. */
export const pairItem = ({ source, destination }: MergePair): string => JSON.stringify([source, destination])

export const checkedItem = ({ source, destination, sourceId, destinationId }: CheckedPair): string =>
  JSON.stringify([source, destination, sourceId, destinationId])

/** The pair that is an item of a job; of one that was not checked yet without its identities. */
export function pairOf(item: string): MergePair & Partial<CheckedPair> {
  const [source = '', destination = '', sourceId, destinationId] = JSON.parse(item) as string[]
  return { source, destination, ...(sourceId && { sourceId }), ...(destinationId && { destinationId }) }
}
