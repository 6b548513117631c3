import { expect, test } from 'vitest'
import { AppError } from '../core/errors.ts'
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

test('what a service, a database or a text that cannot be read says is not written, since it may name a person', () => {
  const { log, written } = lines('info')
  const jane = 'jane@example.com'
  const service = Object.assign(new Error(`User ${jane} is linked\n    at ${jane}`), {
    $metadata: { requestId: 'r-1', httpStatusCode: 400 },
  })
  const shape = { code: 'UNEXPECTED' as const, message: `It failed. ${jane}`, awsName: 'OddException' }
  const database = Object.assign(new Error(`Key (identifier)=(${jane}) exists`), {
    severity: 'ERROR',
    code: '23505',
    constraint: 'audit_identifier_key',
    detail: jane,
  })
  for (const err of [new AppError(shape, { cause: service }), database, unreadable(`${jane} {`)])
    log.error({ err }, 'Told')
  expect(JSON.stringify(written)).not.toContain(jane)
  expect(written[0]).toMatchObject({
    err: {
      type: 'AppError',
      code: 'UNEXPECTED',
      awsName: 'OddException',
      cause: { type: 'Error', requestId: 'r-1', httpStatusCode: 400 },
    },
  })
  expect(written[1]).toMatchObject({ err: { code: '23505', constraint: 'audit_identifier_key' } })
  for (const { err } of written) expect(err).toHaveProperty('stack', expect.stringContaining('log.test.ts'))
})

function unreadable(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    return error
  }
}
