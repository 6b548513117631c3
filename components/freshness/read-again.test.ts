import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { pageReading, readAgain } from './read-again.ts'

const isHere = () => true

/** A client on whose page the readings stand, each answered by its own function. */
function pageOf(readings: Record<string, () => Promise<string>>) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  for (const [name, queryFn] of Object.entries(readings))
    new QueryObserver(client, { queryKey: [name], queryFn }).subscribe(() => undefined)
  return client
}

it('a page is as old as the oldest of what it shows, and what it does not show counts not', async () => {
  const client = pageOf({ pool: async () => 'pool', roles: async () => 'roles', connections: async () => 'who' })
  expect(pageReading(client)).toEqual({ at: null, failed: 'none' })
  await readAgain(client, isHere)
  client.setQueryData(['pool'], 'older', { updatedAt: 5 })
  client.setQueryData(['connections'], 'oldest', { updatedAt: 1 })
  client.setQueryData(['elsewhere'], 'left', { updatedAt: 2 })
  expect(pageReading(client)).toEqual({ at: 5, failed: 'none' })
})

it('reading again reads all of it but who acts, and tells how much failed', async () => {
  const read: string[] = []
  let failing = ['roles']
  const reading = (name: string) => async () => {
    read.push(name)
    if (failing.includes(name)) throw new Error('no answer')
    return name
  }
  const client = pageOf({ pool: reading('pool'), roles: reading('roles'), connections: reading('connections') })
  await client.refetchQueries()
  read.length = 0
  await readAgain(client, isHere)
  expect(read).toEqual(['pool', 'roles'])
  expect(pageReading(client).failed).toBe('some')
  failing = ['pool', 'roles']
  await readAgain(client, isHere)
  expect(pageReading(client).failed).toBe('all')
  failing = []
  await readAgain(client, isHere)
  expect(pageReading(client).failed).toBe('none')
})

it('what comes alive after the press is read again, unless its page was left', async () => {
  const client = pageOf({})
  client.setQueryData(['list'], 'served', { updatedAt: 5 })
  let here = true
  await readAgain(client, () => here)
  const read: string[] = []
  const queryFn = async () => `${read.push('list')}`
  const comeAlive = () =>
    new QueryObserver(client, { queryKey: ['list'], queryFn, staleTime: Infinity }).subscribe(() => undefined)
  here = false
  comeAlive()()
  expect(read).toEqual([])
  here = true
  comeAlive()
  await expect.poll(() => client.getQueryData(['list'])).toBe('1')
  comeAlive()
  expect(read).toEqual(['list'])
})
