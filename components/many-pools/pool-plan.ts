import type { FactChange } from '#lib/facts/facts.ts'

/** What an act on several pools does to one of them. `what`: what the act has to know of it, as it was seen. */
export type PoolPlan<T> = { poolId: string; name: string } & (
  | { kind: 'reading' }
  | { kind: 'left'; why: string }
  | ({ kind: 'change' } & Planned<T>)
)

type Planned<T> = { changes: FactChange[]; notes: string[]; what: T }

export type ChangePlan<T> = { poolId: string; name: string; kind: 'change' } & Planned<T>

export const isChange = <T>(plan: PoolPlan<T>): plan is ChangePlan<T> => plan.kind === 'change'
