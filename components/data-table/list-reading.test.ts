import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { pagedReading } from './list-reading.ts'

const failed = { all: 'The list could not be read', next: 'The next page could not be read' }

/** A list of three pages whose service fails while it is told to. */
function threePages() {
  const service = { down: false }
  const observer = new InfiniteQueryObserver(new QueryClient(), {
    queryKey: ['list'],
    queryFn: ({ pageParam }) => {
      if (service.down) throw new Error('down')
      return pageParam
    },
    initialPageParam: 1,
    getNextPageParam: (page: number) => (page < 3 ? page + 1 : undefined),
    retry: false,
  })
  const stop = observer.subscribe(() => {})
  return { service, observer, stop, reading: () => pagedReading(observer.getCurrentResult(), failed) }
}

it('is pending until the last page is read, and asks for one page at a time', async () => {
  const { observer, stop, reading } = threePages()
  expect(reading()).toMatchObject({ pending: true, more: null })
  await observer.refetch()
  expect(reading()).toMatchObject({ pending: true, failure: null })
  reading().more?.()
  expect(reading().more).toBeNull()
  await observer.fetchNextPage()
  await observer.fetchNextPage()
  expect(observer.getCurrentResult().data?.pages).toEqual([1, 2, 3])
  expect(reading()).toMatchObject({ pending: false, more: null })
  stop()
})

it('tells a failed next page apart from a failed reading of what is there, and repeats the one that failed', async () => {
  const { service, observer, stop, reading } = threePages()
  await observer.refetch()
  service.down = true
  await observer.fetchNextPage()
  expect(reading()).toMatchObject({ failure: { title: failed.next, isNext: true }, more: null })
  await observer.refetch()
  expect(reading()).toMatchObject({ failure: { title: failed.all, isNext: false } })
  service.down = false
  reading().failure?.retry()
  await expect.poll(() => reading().failure).toBeNull()
  expect(observer.getCurrentResult().data?.pages).toEqual([1])
  stop()
})
