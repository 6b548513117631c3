import { expect, it } from 'vitest'
import { AppError } from '../core/errors.ts'
import type { Identity, IdentityState } from './identity.ts'
import { scanIdentities, sumOf, type IdentityCounts } from './scan-identities.ts'

const identity = (state: IdentityState): Identity => ({
  identityId: 'us-east-1:00000000-0000-4000-8000-000000000000',
  state,
  logins: [],
  createdAt: null,
  modifiedAt: null,
})
const pages: IdentityState[][] = [['guest', 'guest', 'disabled'], [], ['authenticated']]
const throttled = new AppError({ code: 'THROTTLED', message: 'Too many calls.', retryAfter: 700 })

/** A pool of three pages, the middle one empty; the failures come before the page whose number they have. */
function scan(failures: Map<number, Error>, stopAfter = Infinity) {
  const stopper = new AbortController()
  const told: IdentityCounts[] = []
  const waits: number[] = []
  const ended = scanIdentities(
    {
      async listPage(cursor) {
        const at = Number(cursor ?? 0)
        const failure = failures.get(at)
        failures.delete(at)
        if (failure) throw failure
        return { identities: pages[at]?.map(identity) ?? [], nextCursor: at + 1 < pages.length ? String(at + 1) : null }
      },
      wait: async (milliseconds) => void waits.push(milliseconds),
      changed(counts) {
        told.push(counts)
        if (told.length === stopAfter) stopper.abort()
      },
    },
    stopper.signal,
  )
  return { ended, told, waits }
}

it('counts every state to the last page, past an empty one', async () => {
  const { ended, told } = scan(new Map())
  expect(await ended).toBe(true)
  expect(told.map(sumOf)).toEqual([3, 3, 4])
  expect(told.at(-1)).toEqual({ guest: 2, authenticated: 1, disabled: 1 })
})

it('waits a throttle out and counts nothing twice', async () => {
  const { ended, told, waits } = scan(new Map([[2, throttled]]))
  expect(await ended).toBe(true)
  expect(waits).toEqual([700])
  expect(told.map(sumOf)).toEqual([3, 3, 4])
})

it('ends where it is stopped and says that there may be more', async () => {
  const { ended, told } = scan(new Map(), 1)
  expect(await ended).toBe(false)
  expect(told.map(sumOf)).toEqual([3])
})

it('tells a failure after what was counted', async () => {
  const { ended, told } = scan(new Map([[1, new AppError({ code: 'DENIED', message: 'No.' })]]))
  await expect(ended).rejects.toThrow('No.')
  expect(told.map(sumOf)).toEqual([3])
})
