import { expect, it } from 'vitest'
import { credentialLife, credentialsLive, hasAllEnded } from './credential-life.ts'

const mapping = { provider: 'accounts.google.com', type: 'Token' as const, ambiguous: 'Deny' as const, rules: [] }
const open = { classicFlow: 'on' as const, mappings: [] }

it.each([
  ['the enhanced flow alone gives an hour', { ...open, classicFlow: 'off' as const }, [43_200, null], 3600],
  ['role mappings refuse the basic flow', { ...open, mappings: [mapping] }, [43_200], 3600],
  ['the basic flow gives what the longest role gives', open, [3600, 7200], 7200],
  ['a flow that was never set is open', { ...open, classicFlow: 'unset' as const }, [7200], 7200],
  ['a role that nobody could read gives twelve hours', open, [3600, null], 43_200],
  ['roles that nobody named give twelve hours', open, [], 43_200],
])('%s', (_name, { classicFlow, mappings }, maxSeconds, seconds) => {
  expect(credentialLife({ classicFlow }, { mappings }, maxSeconds).seconds).toBe(seconds)
})

it('says for how long, and whose limit that is', () => {
  expect(credentialsLive({ seconds: 3600, by: 'enhanced' })).toBe(
    'Credentials that were handed out before live on for up to an hour.',
  )
  expect(credentialsLive({ seconds: 5400, by: 'roles' })).toBe(
    'Credentials that were handed out before live on for up to 1.5 hours, as long as the roles of the pool allow.',
  )
  expect(credentialsLive({ seconds: 43_200, by: 'bound' })).toBe(
    'Credentials that were handed out before live on for up to 12 hours, the longest that a role may allow.',
  )
})

it('is over once that long has passed', () => {
  const life = { seconds: 3600, by: 'enhanced' as const }
  expect(hasAllEnded(life, { since: 0, now: 3_600_001 })).toBe(true)
  expect(hasAllEnded(life, { since: 0, now: 3_599_000 })).toBe(false)
})
