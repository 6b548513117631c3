import 'server-only'

/** For all attempts of one call together, its credentials and its answer included. */
const BUDGET_MS = 5_000

class BudgetError extends Error {
  override readonly name = 'TimeoutError'
}

/** Ends the wait for work when its time is up, whether or not the work hears of it. Errors: a `TimeoutError`. */
export async function withinBudget<T>(work: () => Promise<T>, ending: AbortController): Promise<T> {
  const { promise: expired, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    reject(new BudgetError(`There was no answer within ${BUDGET_MS / 1000} seconds.`))
    ending.abort()
  }, BUDGET_MS)
  try {
    return await Promise.race([work(), expired])
  } finally {
    clearTimeout(timer)
  }
}
