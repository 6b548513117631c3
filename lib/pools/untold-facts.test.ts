import { expect, it } from 'vitest'
import { awkwardPool } from '../code/pools-for-tests.ts'
import { poolFacts } from './pool-facts.ts'
import { sayUntold, withUntold } from './untold-facts.ts'

it('a setting that is not told says what stands for it, or that there is nothing yet', () => {
  const pool = { ...awkwardPool.pool, name: '', allowUnauthenticated: false }
  const facts = withUntold(poolFacts(pool), pool, ['name', 'allowUnauthenticated'], sayUntold)
  expect(facts.filter(({ label }) => label === 'Name' || label === 'Guest access').map(({ value }) => value)).toEqual([
    'Not told: fill it in',
    'Off, since it is not told',
  ])
})
