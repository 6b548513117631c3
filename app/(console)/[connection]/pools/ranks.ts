/** Heads of the columns whose cells are read row by row: pools are sorted by them once all of them are read. */
export const readHeads = ['Findings', 'Guest access'] as const

/** What of a pool its row is sorted by; null where it could not be read. */
export type Rank = number | null

/** By pool ID, of those that were read, and of how many. */
export type Ranks = { by: ReadonlyMap<string, Rank>; read: number; of: number }

export const noRanks: Ranks = { by: new Map(), read: 0, of: 0 }
