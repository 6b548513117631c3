import { describe, expect, it } from 'vitest'
import { gained } from './gained.ts'
import type { ReachRow } from './reach-of.ts'
import type { ReachedAction } from './reach-of-role.ts'
import { reachWords } from './reach-words.ts'

const arn = 'arn:aws:iam::123456789012:role/Role'
const get: ReachedAction = { action: 's3:GetObject', level: 'read', width: 'some', certain: true }
const put: ReachedAction = { action: 's3:PutObject', level: 'write', width: 'all', certain: true }

const row = (kind: ReachRow['kind'], ...actions: ReachedAction[]): ReachRow => ({
  kind,
  who: kind,
  arn,
  cells:
    actions.length === 0
      ? []
      : [{ service: 's3', level: actions.at(-1)?.level ?? 'list', width: 'some', actions, by: [] }],
  unread: null,
  keptBack: [],
  regained: false,
})

describe('what a change gives', () => {
  it('is told of guests as of anyone on the internet, and is strong where they write', () => {
    expect(gained([row('nobody', get)], [row('guest', get)])).toEqual({
      gains: [
        {
          audience: 'guests',
          service: 's3',
          level: 'read',
          text: 'Anyone on the internet may read in s3, some resources: s3:GetObject.',
        },
      ],
      isStrong: false,
      unread: [],
    })
    expect(gained([row('guest', get)], [row('guest-basic', get, put)])).toMatchObject({
      gains: [{ text: 'Anyone on the internet may write in s3, all: s3:PutObject.' }],
      isStrong: true,
    })
  })

  it('is nothing where people keep what they had or lose it', () => {
    expect(gained([row('guest', get, put), row('users', get)], [row('guest', get), row('rule', get)]).gains).toEqual([])
  })

  it('is something for users, however much guests have', () => {
    expect(gained([row('guest', get, put)], [row('guest', get, put), row('users', put)]).gains).toMatchObject([
      { audience: 'users', level: 'write' },
    ])
  })

  it('says of which new role it is not known', () => {
    const unread = { ...row('guest'), unread: { code: 'DENIED' as const, message: 'You may not.' } }
    expect(gained([], [unread]).unread).toEqual(['guest: You may not.'])
    expect(gained([unread], [{ ...unread, kind: 'nobody' }]).unread).toEqual([])
  })
})

it('a role’s reach is told in a few words', () => {
  expect(reachWords([row('users', get), row('rule', get, put)])).toEqual({ [arn]: 'reaches write, some resources' })
  expect(reachWords([row('users')])).toEqual({ [arn]: 'reaches nothing' })
  expect(reachWords([{ ...row('users'), unread: { code: 'DENIED', message: 'No.' } }])).toEqual({
    [arn]: 'reach not known',
  })
})
