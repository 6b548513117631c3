import type { ReachRow } from './reach-of.ts'

/** The roles that somebody of a pool gets, by the flows that are open. */
export const rolesGot = (rows: readonly Pick<ReachRow, 'kind' | 'arn'>[]): string[] => [
  ...new Set(rows.flatMap(({ kind, arn }) => (kind === 'nobody' || arn === null ? [] : [arn]))),
]
