import { expect, test } from 'vitest'
import type { FlowRole, Lane } from '#lib/findings/sign-in-flow.ts'
import { placeFlow } from './place-flow.ts'
import { shortened } from './shorten-flow.ts'

const lane = (key: string, ...to: string[]): Lane => ({
  key,
  kind: 'social',
  title: key,
  detail: '',
  tokenCheck: null,
  gate: { by: 'rules', rules: to.length, otherwise: 'Deny' },
  ways: to.map((role) => ({ to: role, by: 'rules', rules: 1 })),
  found: { in: [], out: [] },
})
const role = (key: string): FlowRole => ({ key, arn: key, name: key, detail: '', isDefault: key === 'user', found: [] })
const flow = (lanes: Lane[], ...roles: string[]) => ({ lanes, roles: roles.map(role), found: [] })
const many = (count: number) => Array.from({ length: count }, (_, index) => `r${index}`)

test('a long flow is shortened to its first lanes and roles, a short one is left alone', () => {
  const long = flow(
    many(40).map((key) => lane(key, key)),
    ...many(40),
  )
  const short = shortened(long, 12)
  expect(short.lanes).toHaveLength(12)
  expect(short.roles).toHaveLength(12)
  const wide = shortened(flow([lane('a', ...many(25))], ...many(25)), 12)
  expect(wide.roles.map(({ name }) => name).slice(-2)).toEqual(['r10', '14 more roles'])
  expect(new Set(placeFlow(wide).edges.map(({ role }) => role)).size).toBe(12)
  expect(shortened(long, 40)).toEqual(long)
})

test('default roles and those that most ways lead to are drawn before others', () => {
  const lanes = [lane('a', ...many(14), 'shared', 'user'), lane('b', 'shared', 'user'), lane('c', 'shared')]
  const short = shortened(flow(lanes, ...many(14), 'shared', 'user'), 12)
  expect(short.roles.map(({ name }) => name)).toEqual([...many(9), 'shared', 'user', '5 more roles'])
  expect(short.lanes[1]?.ways.map(({ to }) => to)).toEqual(['shared', 'user'])
})
