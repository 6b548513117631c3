import { expect, test } from 'vitest'
import { createLog } from './log.ts'

function lines(level: string) {
  const written: Record<string, unknown>[] = []
  const log = createLog(level, { write: (line) => void written.push(JSON.parse(line) as Record<string, unknown>) })
  return { log, written }
}

test('an entry is one JSON line with its level, time and fields', () => {
  const { log, written } = lines('info')
  log.info({ operation: 'ListIdentities' }, 'Read a page')
  log.debug('Not at this level')
  expect(written).toEqual([
    {
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
      pid: process.pid,
      operation: 'ListIdentities',
      msg: 'Read a page',
    },
  ])
})

test('an error is written with its stack and its cause', () => {
  const { log, written } = lines('error')
  log.error({ err: new Error('outer', { cause: new Error('inner') }), reference: 'ab12' }, 'An action failed')
  expect(written[0]).toMatchObject({
    reference: 'ab12',
    err: { type: 'Error', message: 'outer', cause: { message: 'inner' } },
  })
  expect(written[0]).toHaveProperty('err.stack', expect.stringContaining('log.test.ts'))
})

test('no secret is written, however deep', () => {
  const { log, written } = lines('info')
  const failure = Object.assign(new Error('postgres://lifeguard:hush@db/x is gone'), {
    config: { secretAccessKey: 'hush' },
  })
  log.info({ err: failure, input: { Logins: { 'accounts.google.com': 'hush' }, list: [{ token: 'hush' }] } }, 'Note')
  log.info(failure)
  log.info('Signed in as %s', 'https://admin:hush@example.com')
  expect(written).toHaveLength(3)
  expect(JSON.stringify(written)).not.toContain('hush')
})
