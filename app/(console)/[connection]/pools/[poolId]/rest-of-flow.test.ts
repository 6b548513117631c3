import { expect, test } from 'vitest'
import { GUESTS, type Lane } from '#lib/findings/sign-in-flow.ts'
import { withLanesOrdered } from './order-lanes.ts'
import { restOfFlow } from './rest-of-flow.ts'
import { shortened } from './shorten-flow.ts'

const lane = (key: string, checkId?: string, rules = 0): Lane => ({
  key,
  kind: key === GUESTS ? 'guest' : 'social',
  title: key,
  detail: '',
  tokenCheck: null,
  gate: { by: 'rules', rules, otherwise: 'Deny' },
  ways: [],
  found: { in: checkId ? [{ checkId, subject: key, evidence: '', suppressed: null }] : [], out: [] },
})
const flow = (...lanes: Lane[]) => ({ lanes, roles: [], found: [] })
const keys = ({ lanes }: { lanes: Lane[] }) => lanes.map(({ key }) => key)

test('what was found worst is drawn first, then what has most rules, guests always', () => {
  const long = flow(
    lane('a'),
    lane(GUESTS),
    lane('b', 'token-check-off'),
    lane('c', undefined, 2),
    lane('d', 'editable-claim'),
  )
  expect(keys(withLanesOrdered(long, 4))).toEqual([GUESTS, 'd', 'b', 'c', 'a'])
  expect(withLanesOrdered(long, 5)).toBe(long)
})

test('what is not drawn is counted, with the worst that was found there', () => {
  const long = flow(lane('a'), lane('b', 'token-check-off'), lane('c', 'editable-claim'), lane('d'))
  expect(restOfFlow(long, shortened(long, 1))).toBe('3 more ways in (1 with a High finding)')
  expect(restOfFlow(long, shortened(long, 3))).toBe('1 more way in')
  expect(restOfFlow(long, shortened(long, 4))).toBe('')
})
