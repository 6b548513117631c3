import { expect, test } from 'vitest'
import type { FlowRole, Lane } from '#lib/findings/sign-in-flow.ts'
import { placeFlow, ROW } from './place-flow.ts'

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
const role = (key: string): FlowRole => ({ key, arn: key, name: key, detail: '', isDefault: false, found: [] })
const flow = (lanes: Lane[], ...roles: string[]) => ({ lanes, roles: roles.map(role), found: [] })
const many = (count: number) => Array.from({ length: count }, (_, index) => `r${index}`)

test('a role stands in the middle of the lanes that lead to it', () => {
  const placed = placeFlow(flow([lane('a', 'x'), lane('b', 'x'), lane('c', 'x')], 'x'))
  expect(placed.roles.map(({ middle }) => middle)).toEqual([1.5 * ROW])
  expect(placed.edges.map(({ from }) => from)).toEqual([0.5 * ROW, 1.5 * ROW, 2.5 * ROW])
})

test.each([
  ['no provider', flow([])],
  ['all roles of one lane', flow([lane('a', ...many(25))], ...many(25))],
  ['roles at the bottom', flow([lane('a'), lane('b', 'x', 'y', 'z')], 'x', 'y', 'z', 'unreached')],
])('roles never overlap nor leave the picture: %s', (_, drawn) => {
  const { height, roles } = placeFlow(drawn)
  const middles = roles.map(({ middle }) => middle)
  expect(middles.every((middle) => middle >= ROW / 2 && middle <= height - ROW / 2)).toBe(true)
  expect(middles.slice(1).every((middle, index) => middle - (middles[index] ?? 0) >= ROW)).toBe(true)
})
