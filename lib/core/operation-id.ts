/** What names one act of a person from the browser to the audit: the same id never runs twice. */
export function newOperationId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The id of one call of an act that takes several. `step`: any safe integer, such as the epoch of a lease. */
export const stepId = (operationId: string, step: number): string => `${operationId}-${step}`

/** Of whatever came from outside: a list of one such text is none. */
export const isOperationId = (id: unknown): id is string =>
  typeof id === 'string' && /^[\da-f]{32}(-\d{1,16}){0,2}$/.test(id)
