import { expect, test } from 'vitest'
import { readConfig } from './read-config.ts'

test('a file that cannot be read is told with its cause', () => {
  const unreadable = () => {
    throw new Error('EACCES: permission denied')
  }
  expect(readConfig({}, unreadable, '/srv')).toEqual({
    ok: false,
    mistakes: [expect.stringContaining('lifeguard.config.json: cannot be read (EACCES: permission denied)')],
  })
})
