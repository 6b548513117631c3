/** What a pool's history shows: everything, what changed something, or the access tests alone. */
export const historyFilters = ['everything', 'changes', 'tests'] as const
export type HistoryFilter = (typeof historyFilters)[number]

/** As the address has it. */
export const historyFilter = (text: string | null | undefined): HistoryFilter =>
  historyFilters.find((known) => known === text) ?? 'everything'
