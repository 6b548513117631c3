/** What the system said about a failed call, on one line, such as "EACCES: permission denied". */
export function causeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.map(causeOf).join('; ')
  return error instanceof Error ? error.message.replaceAll(/\s+/g, ' ') : String(error)
}
