/** How many of the identities that were looked at use something; `whole`: the pool has no others. */
export function sampleUsage(using: number, looked: number, whole: boolean): string {
  if (looked === 0)
    return whole ? 'The pool has no identities yet.' : 'None of the first identities uses it; others may.'
  if (using === 0 && !whole) return `None of the first ${looked} identities uses it; others may.`
  if (looked === 1) return `The pool’s only identity ${using === 1 ? 'uses' : 'does not use'} it.`
  if (using === 0) return `None of the pool’s ${looked} identities uses it.`
  return `${using} of the ${whole ? 'pool’s' : 'first'} ${looked} identities ${using === 1 ? 'uses' : 'use'} it.`
}
