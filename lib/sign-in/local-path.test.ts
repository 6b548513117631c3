import { expect, it } from 'vitest'
import { localPath } from './local-path.ts'

it.each([
  ['/prod/pools?q=a%20b#top', '/prod/pools?q=a%20b#top'],
  ['/audit', '/audit'],
  ['', '/'],
  [null, '/'],
  ['prod/pools', '/'],
  ['//evil.example/x', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['/.//evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/sign-in?token=x', '/'],
  ['/api/audit', '/'],
  [`/${'a'.repeat(3000)}`, '/'],
])('%j leads to %s', (asked, path) => {
  expect(localPath(asked)).toBe(path)
})
