import { expect, it } from 'vitest'
import { unwrap } from './result.ts'

it.each([
  ['SIGNED_OUT', 'SIGNED_OUT', /session has ended/],
  ['TOO_LARGE', 'LIMIT', /more than the 1 MB/],
  ['Server Action "ab12" was not found on the server.', 'UPDATED', /was updated/],
])('an action that was answered by %s fails with the code %s', async (text, code, message) => {
  await expect(unwrap(Promise.reject(new Error(text)))).rejects.toMatchObject({
    code,
    message: expect.stringMatching(message),
  })
})
