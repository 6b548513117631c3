import type { UseQueryResult } from '@tanstack/react-query'
import { errorShape, isUnanswered } from '#lib/core/errors.ts'

/** What a page needs to know of something that is read; every query tells it. */
export type Reading<T> = Pick<UseQueryResult<T>, 'data' | 'error' | 'failureReason' | 'isFetching'> & {
  refetch: () => unknown
}

/** Why it could not be read, or has to wait until it can be; not while it waits for a server that is gone, which is told once. */
export const failureOf = ({ error, failureReason }: Pick<Reading<unknown>, 'error' | 'failureReason'>): Error | null =>
  error ?? (isUnanswered(failureReason) ? null : failureReason)

/** AWS knows no such thing. The console has reasons of its own for not finding one, such as an unknown connection. */
export function isNoSuchThing(error: unknown): boolean {
  const { code, awsName } = errorShape(error)
  return code === 'NOT_FOUND' && Boolean(awsName)
}

/** The same of what is read, also where it was there before. */
export function isGone(reading: Reading<unknown>): boolean {
  const failure = failureOf(reading)
  return failure !== null && isNoSuchThing(failure)
}
