import { expect, it } from 'vitest'
import { policyLines } from './policy-lines.ts'

it('says of each line of a policy which statement it belongs to', () => {
  const policy = { Version: '2012-10-17', Statement: [{ Sid: 'A' }, { Sid: 'B' }] }
  const lines = policyLines(JSON.stringify(policy))
  expect(lines.map(({ text }) => text).join('\n')).toBe(JSON.stringify(policy, null, 2))
  expect(lines.map(({ statement }) => statement)).toEqual([null, null, null, 0, 0, 0, 1, 1, 1, null, null])
})

it('shows what is no policy as it is', () => {
  expect(policyLines('not\njson')).toEqual([
    { text: 'not', statement: null },
    { text: 'json', statement: null },
  ])
})
