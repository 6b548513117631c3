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
  ['jane\u200b-48213', [], ['jane-48213']],
  ['\u2060Jane-48213', [], ['Jane-48213', 'jane-48213']],
  ['The user Jane has no data here', [], []],
  ['{"Logins":{"login.members.example":"Jane"}}', [], []],
  ['https://app.example/Users/48213', [], []],
  ['/users/Jane/profile', [], []],
  ["user 'Jane' fails", [], []],
  ['user=Jane pool=Orders', [], []],
])('near %j there are spellings that may be meant', (typed, seen, expected) => {
  expect(nearMisses(typed, seen).map(({ userIdentifier }) => userIdentifier)).toEqual(expected)
})
