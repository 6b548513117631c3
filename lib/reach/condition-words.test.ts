import { expect, it } from 'vitest'
import { conditionWords } from './condition-words.ts'

it.each([
  ['StringLike', 's3:prefix', ['a/*', 'b/*'], 's3:prefix is like a/* or b/*'],
  ['StringNotEqualsIfExists', 'aws:SourceVpce', ['v'], 'aws:SourceVpce is not v, or is not there'],
  [
    'ForAllValues:StringEquals',
    'dynamodb:LeadingKeys',
    ['x'],
    'every value of dynamodb:LeadingKeys is x, or is not there',
  ],
  ['ForAnyValue:StringLike', 'aws:TagKeys', ['x*'], 'some value of aws:TagKeys is like x*'],
  ['Null', 'aws:TokenIssueTime', ['true'], 'aws:TokenIssueTime is not there'],
  ['Null', 'aws:TokenIssueTime', ['false'], 'aws:TokenIssueTime is there'],
  ['NotIpAddress', 'aws:SourceIp', ['10.0.0.0/8'], 'aws:SourceIp lies outside 10.0.0.0/8'],
  ['DateLessThan', 'aws:TokenIssueTime', ['2026-01-01'], 'aws:TokenIssueTime is before 2026-01-01'],
])('%s on %s is told in words', (operator, key, values, words) => {
  expect(conditionWords({ operator, key, values })).toBe(words)
})
