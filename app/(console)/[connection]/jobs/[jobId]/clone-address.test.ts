import { expect, it } from 'vitest'
import { cloneAddress } from './clone-address.ts'

const job = (kind: string, poolId: string | null = 'us-east-1:p') =>
  ({ kind, poolId, connectionId: 'prod', jobId: 'a1' }) as Parameters<typeof cloneAddress>[0]

it('a job is cloned where its parameters can be changed: by its filter, or by its lines', () => {
  expect(cloneAddress(job('delete-by-filter'), { filter: 'state=guest modified<90d' })).toBe(
    '/prod/pools/us-east-1:p/identities?source=index&filter=state%3Dguest+modified%3C90d',
  )
  expect(cloneAddress(job('look-up-list'), {})).toBe('/prod/pools/us-east-1:p/developer-identities/list?from=a1')
  expect(cloneAddress(job('delete-identities'), {})).toBeNull()
  expect(cloneAddress(job('delete-by-filter'), { filter: null })).toBeNull()
  expect(cloneAddress(job('check-merges', null), {})).toBeNull()
})
