/** Tags by pool ID, of those that could be read; how many were read or failed, and of how many. */
export type ReadTags = { by: ReadonlyMap<string, Record<string, string>>; read: number; of: number }

export const noTags: ReadTags = { by: new Map(), read: 0, of: 0 }

/** How far a filter by tags is; empty when all were read. */
export function saidOfTags({ by, read, of }: ReadTags, count: number): string {
  if (of === 0 || read < of) return `, ${read} of ${count} read to filter by tag`
  return by.size < of ? `, without ${of - by.size} that could not be read` : ''
}
