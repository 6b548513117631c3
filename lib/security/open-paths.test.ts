import { expect, it } from 'vitest'
import { isOpen } from './open-paths.ts'

it.each([
  ['/sign-in', true],
  ['/sign-in/link', true],
  ['/sign-in/back-channel', true],
  ['/api/health', true],
  ['/api/ready', true],
  ['/api/metrics', true],
  ['/_next/static/chunks/a.js', true],
  ['/icon.svg', true],
  ['/', false],
  ['/sign-in/', false],
  ['/sign-in/link/x', false],
  ['/sign-inx', false],
  ['/prod/sign-in', false],
  ['/api/audit', false],
  ['/api/health/x', false],
  ['/_next/image', false],
  ['/_next/data/x.json', false],
])('%s is open to everybody: %s', (path, expected) => {
  expect(isOpen(path)).toBe(expected)
})
