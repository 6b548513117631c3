import { expect, it } from 'vitest'
import { nearMisses } from './near-misses.ts'

it.each<[string, string[], string[]]>([
  ['ada', [], []],
  [' Ada ', [], ['Ada', 'ada']],
  ['Jane.Doe+news@Example.com', [], ['jane.doe+news@example.com', 'Jane.Doe@Example.com', 'jane.doe@example.com']],
  ['Zoe\u0308', [], ['Zo\u00eb', 'zo\u00eb']],
  ['google-oauth2|107812', [], ['107812']],
  ['10001', ['member-10002', 'ada@example.com'], ['member-10001']],
  ['107812345678901234567', [], ['google-oauth2|107812345678901234567']],
  ['48 213', [], ['48213']],
])('near %j there are spellings that may be meant', (typed, seen, expected) => {
  expect(nearMisses(typed, seen).map(({ userIdentifier }) => userIdentifier)).toEqual(expected)
})
