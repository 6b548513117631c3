const NETWORK = /^(E[A-Z]+|UND_ERR_\w+)$/

/** Whether a provider did not answer, rather than answer what is not taken. */
export function isUnreachable(error: unknown): boolean {
  for (let one = error; one instanceof Error; one = one.cause) {
    const code: unknown = Reflect.get(one, 'code')
    if (one.name === 'TimeoutError' || one.name === 'AbortError' || one.message === 'fetch failed') return true
    if (typeof code === 'string' && NETWORK.test(code)) return true
  }
  return false
}
