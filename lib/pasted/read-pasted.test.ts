import { sample } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Pasted } from './pasted.ts'
import { readListed, readPasted } from './read-pasted.ts'
import { surrounding } from './surroundings-for-tests.ts'
import { tokenOfBox } from './token-of-box.ts'
import { ACCESS_TOKEN, ARN, ID, ID_TOKEN, OPENID_TOKEN, POOL } from './tokens-for-tests.ts'

const id = (value: string, isPool = false) => ({ kind: 'id', id: value, isPool })
const token = (value: string) => ({ kind: 'token', token: value, certain: true })
const user = (userIdentifier: string) => ({ kind: 'user', userIdentifier })

const LOGINS = '{"Logins":{"login.members.example":"jane-48213","graph.facebook.com":"x"}}'
const LINE = `user=jane-48213 identity=${ID} pool=${POOL}`

/** Everything of a reading that could be sent as a user's identifier. */
const sendable = ({ things, exactly }: Pasted) => [
  ...things.flatMap((thing) => (thing.kind === 'user' ? [thing.userIdentifier] : [])),
  ...(exactly === null ? [] : [exactly]),
]

describe('what is found in any surrounding', () => {
  const all = {
    identity: ID,
    pool: POOL,
    ARN,
    'ID token': ID_TOKEN,
    'access token': ACCESS_TOKEN,
    OpenID: OPENID_TOKEN,
  }
  const surroundings = sample(surrounding, { numRuns: 300, seed: 6 })
  const tokens = new Set([ID_TOKEN, ACCESS_TOKEN, OPENID_TOKEN])
  const isRight = (text: string, expected: readonly string[]) => {
    const reading = readPasted(text)
    // One of the surroundings names a user itself, who is offered beside an ID.
    const isOfThem = (thing: Pasted['things'][number]) =>
      thing.kind !== 'user' || thing.userIdentifier !== 'jane@example.com' || !text.includes('jane@example.com')
    const named = reading.things.filter(isOfThem).map((thing) => {
      if (thing.kind === 'id') return thing.id
      return thing.kind === 'token' ? thing.token : thing.kind
    })
    const isFound = named.toSorted().join(' ') === expected.toSorted().join(' ')
    return isFound && (expected.some((thing) => tokens.has(thing)) ? sendable(reading).length === 0 : true)
  }

  it.each(Object.entries(all))('is an %s', (_, thing) => {
    const wrong = surroundings
      .map((around) => around(thing))
      .filter((text) => !isRight(text, [thing === ARN ? POOL : thing]))
    expect(wrong).toEqual([])
  })

  it('is two of them', () => {
    const pairs = [
      [ID, ID_TOKEN],
      [ACCESS_TOKEN, ID_TOKEN],
      [POOL, ID],
      [OPENID_TOKEN, POOL],
    ] as const
    const texts = surroundings.map((around, index) => {
      const [one, other] = pairs[index % pairs.length] ?? pairs[0]
      const next = surroundings[(index + 7) % surroundings.length] ?? around
      return { text: `${around(one)} ${next(other)}`, things: [one, other] }
    })
    expect(texts.filter(({ text, things }) => !isRight(text, things))).toEqual([])
  })
})

describe('what a pasted text names', () => {
  it.each<[string, unknown[], string | null]>([
    ['', [], null],
    ['   ', [], null],
    ['member-10001', [user('member-10001')], null],
    ['Anna Maria Schmidt', [user('Anna Maria Schmidt')], null],
    [' lead', [user('lead')], ' lead'],
    ['"quoted"', [user('quoted')], '"quoted"'],
    ['“48213”,', [user('48213')], '“48213”,'],
    ['Bearer of news', [user('Bearer of news')], null],
    ['google-oauth2|107812', [user('google-oauth2|107812')], null],
    ['user:123', [user('user:123')], null],
    ['user=48213', [user('48213')], 'user=48213'],
    ['{"developerUserIdentifier": "a, b"}', [user('a, b')], '{"developerUserIdentifier": "a, b"}'],
    ['Jane <jane.doe+tag@example.com>', [user('jane.doe+tag@example.com')], 'Jane <jane.doe+tag@example.com>'],
    ['48213\n51177\n', [user('48213'), user('51177')], '48213\n51177\n'],
    ["user 'jane-48213' has no data", [user('jane-48213')], "user 'jane-48213' has no data"],
    ['GET /users/jane-48213/profile 404', [user('jane-48213')], 'GET /users/jane-48213/profile 404'],
    ['https://app.example/customers/48%20213?x=1', [user('48 213')], 'https://app.example/customers/48%20213?x=1'],
    ['/users/me/profile', [user('/users/me/profile')], null],
    [LOGINS, [user('jane-48213')], LOGINS],
    [JSON.stringify(LOGINS), [user('jane-48213')], JSON.stringify(LOGINS)],
    ['--developer-user-identifier jane-48213', [user('jane-48213')], '--developer-user-identifier jane-48213'],
    ['curl -H "x-user: user-11" https://api', [user('user-11')], 'curl -H "x-user: user-11" https://api'],
    ["curl -H 'X-User-Id:user-11'", [user('user-11')], "curl -H 'X-User-Id:user-11'"],
    ['{"externalUserId":"48213"}', [user('48213')], '{"externalUserId":"48213"}'],
    ['APP_USER_ID=48213', [user('48213')], 'APP_USER_ID=48213'],
    ['Cookie: lang=en; uid=48213', [user('48213')], 'Cookie: lang=en; uid=48213'],
    ['ERROR user user-11 failed', [user('user-11')], 'ERROR user user-11 failed'],
    ['[2026-11-26 10:00] ERROR user user-11 failed', [user('user-11')], '[2026-11-26 10:00] ERROR user user-11 failed'],
    [
      'the customer user-11 called about her order twice',
      [user('user-11')],
      'the customer user-11 called about her order twice',
    ],
    ['user 5', [user('user 5')], null],
    ['48 213', [user('48 213')], null],
    ['Anna Maria Schmidt 1980', [user('Anna Maria Schmidt 1980')], null],
    ['--logins login.members.example=jane-48213', [user('jane-48213')], '--logins login.members.example=jane-48213'],
    [
      'jane-48213,jane.doe@example.com',
      [user('jane-48213'), user('jane.doe@example.com')],
      'jane-48213,jane.doe@example.com',
    ],
    ['Write to jane.doe@example.com, please', [user('jane.doe@example.com')], 'Write to jane.doe@example.com, please'],
    [LINE, [id(ID), id(POOL, true), user('jane-48213')], LINE],
    [`sub=${ID}`, [id(ID)], `sub=${ID}`],
    ['jane\u200b-48213', [user('jane\u200b-48213')], null],
    [ID, [id(ID)], ID],
    [ID.toUpperCase(), [id(ID)], ID.toUpperCase()],
    [
      'local:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809',
      [id('local:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809')],
      'local:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809',
    ],
    [`identityPoolId: ${POOL}`, [id(POOL, true)], `identityPoolId: ${POOL}`],
    [ARN, [id(POOL, true)], ARN],
    [ID.replace('92a3-', '92a3-\n  '), [id(ID)], ID.replace('92a3-', '92a3-\n  ')],
    [`${ID} and ${ID}`, [id(ID)], `${ID} and ${ID}`],
    ['us-east-1:4728cf75', [{ kind: 'incomplete', text: 'us-east-1:4728cf75' }], 'us-east-1:4728cf75'],
    [ID.slice(0, -1), [{ kind: 'incomplete', text: ID.slice(0, -1) }], ID.slice(0, -1)],
    [ID.slice(10), [{ kind: 'uuid', uuid: ID.slice(10) }], ID.slice(10)],
    [ID_TOKEN, [token(ID_TOKEN)], null],
    [ID_TOKEN.slice(0, 60), [token(ID_TOKEN.slice(0, 60))], null],
    [ID_TOKEN.slice(5), [token(ID_TOKEN.slice(ID_TOKEN.indexOf('.') + 1))], null],
    [
      `eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..aaaa.bbbb.cccc`,
      [token('eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..aaaa.bbbb.cccc')],
      null,
    ],
    [
      'eyJnotATokenAtAll-user.number',
      [{ kind: 'token', token: 'eyJnotATokenAtAll-user.number', certain: false }],
      'eyJnotATokenAtAll-user.number',
    ],
    [
      `EAA${'x'.repeat(80)}`,
      [{ kind: 'token', token: `EAA${'x'.repeat(80)}`, certain: false }],
      `EAA${'x'.repeat(80)}`,
    ],
    ['a.b.c', [user('a.b.c')], null],
  ])('%j', (text, things, exactly) => {
    expect(readPasted(text)).toEqual({ things, guessed: false, exactly, tooLong: false })
  })

  it.each<[string, string[], string | null]>([
    ['ERROR jane-48213 failed', ['jane-48213'], 'ERROR jane-48213 failed'],
    ['Haus 48213', ['48213'], 'Haus 48213'],
    [
      'Nov 20 12:00:00 web-1 took 12ms for auth0|9f and jane.doe at 10.0.0.1 in v1.2.3, at last.',
      ['web-1', 'auth0|9f', 'jane.doe'],
      'Nov 20 12:00:00 web-1 took 12ms for auth0|9f and jane.doe at 10.0.0.1 in v1.2.3, at last.',
    ],
    ['she called about her order twice', ['she called about her order twice'], null],
    [
      '{"ref":"jane-48213","at":"2026-11-26T10:00:00Z"}',
      ['jane-48213'],
      '{"ref":"jane-48213","at":"2026-11-26T10:00:00Z"}',
    ],
    ['https://app.example/orders/48213?tab=2', ['48213'], 'https://app.example/orders/48213?tab=2'],
    ['order 48213\nfailed for the second time at night', ['48213'], 'order 48213\nfailed for the second time at night'],
  ])('is only guessed in %j', (text, users, exactly) => {
    expect(readPasted(text)).toEqual({ things: users.map(user), guessed: true, exactly, tooLong: false })
  })

  it('is a name in a list, where nobody is asked, and no sentence', () => {
    expect(readListed('Haus 48213')).toMatchObject({ things: [user('Haus 48213')], guessed: false })
    expect(readListed('she called about her order twice')).toMatchObject({ guessed: true })
  })

  it('is nothing when it is too long for an identifier', () => {
    expect(readPasted('x'.repeat(1025))).toEqual({ things: [], guessed: false, exactly: null, tooLong: true })
  })

  it.each(['ey', '1b2c3d4e-', '"', 'us-', 'e\n', '\\', 'a@', '%25', 'user '])(
    'is nothing in a whole log of %j',
    (piece) => {
      expect(readPasted(piece.repeat(100_000))).toEqual({ things: [], guessed: false, exactly: null, tooLong: true })
    },
  )
})

it('a token box takes the one token of a text, and any other text as it is', () => {
  const pasted = [ID_TOKEN, `Bearer ${ID_TOKEN}`, `{"id_token":"${ID_TOKEN}",\n"ok":true}`, ` EAA${'x'.repeat(80)}\n`]
  expect(pasted.map(tokenOfBox)).toEqual([ID_TOKEN, ID_TOKEN, ID_TOKEN, `EAA${'x'.repeat(80)}`])
  const others = ['PHNhbWxw\nAAAA', `${ID_TOKEN} ${ACCESS_TOKEN}`, 'ab', '']
  expect(others.map(tokenOfBox)).toEqual(others)
})

it('takes nothing of an error of AWS for a user', () => {
  const error =
    '{"__type":"NotAuthorizedException","message":"Invalid login token. Token expired: 1700000000 >= 1690000000"}'
  expect(readPasted(error)).toMatchObject({ things: [], guessed: false, exactly: error })
})
