import {
  assert,
  base64String,
  constantFrom,
  emailAddress,
  integer,
  oneof,
  property,
  sample,
  stringMatching,
  tuple,
  uint8Array,
  uuid,
} from 'fast-check'
import { expect, it } from 'vitest'
import { holdsToken } from '../core/tokens-in-text.ts'
import { readPasted } from './read-pasted.ts'
import { surrounding } from './surroundings-for-tests.ts'
import { ACCESS_TOKEN, ID_TOKEN, OPENID_TOKEN } from './tokens-for-tests.ts'

const TOKENS = [ID_TOKEN, ACCESS_TOKEN, OPENID_TOKEN]
/** Of what stands so far before the signature's dot something can be read. */
const READABLE = 12
const inBase64 = (text: string) => Buffer.from(text).toString('base64')

const parts: [string, (token: string, cut: number) => string][] = [
  ['its beginning is cut off', (token, cut) => token.slice(1 + (cut % (token.lastIndexOf('.') - READABLE)))],
  ['its end is cut off', (token, cut) => token.slice(0, 40 + (cut % (token.length - 40)))],
  ['it is encoded once more', inBase64],
  ['it is encoded once more, for addresses', (token) => Buffer.from(token).toString('base64url')],
  ['it is encoded twice more', (token) => inBase64(inBase64(token))],
  ['it is encoded with what stands around it', (token) => inBase64(`{"token":"${token}"}`)],
  ['it is encoded and cut', (token, cut) => inBase64(token).slice(cut % 120)],
]

it.each(parts)('a token is no identifier when %s', (_, part) => {
  const texts = sample(tuple(constantFrom(...TOKENS), integer({ min: 0, max: 5_000 })), { numRuns: 300, seed: 8 })
  const all = texts.map(([token, cut]) => part(token, cut))
  expect(all.filter((text) => !holdsToken(text))).toEqual([])
  expect(all.filter((text) => readPasted(text).exactly !== null)).toEqual([])
})

it('a part of a token is one in any line that it is pasted with', () => {
  const payload = ID_TOKEN.slice(60)
  const texts = sample(surrounding, { numRuns: 300, seed: 8 }).map((around) => around(payload))
  expect(texts.filter((text) => !holdsToken(text))).toEqual([])
})

const hex = stringMatching(/^[0-9a-f]{16,64}$/)
const bytes = uint8Array({ minLength: 8, maxLength: 90 }).map((all) => Buffer.from(all).toString('base64url'))
const dotted = tuple(bytes, bytes).map((both) => both.join('.'))
const relay = integer({ min: 1, max: 1e9 }).map((id) => inBase64(`gid://members/Customer:${id}`))
const prefixed = tuple(constantFrom('auth0|', 'google-oauth2|', 'user:', 'EU-'), hex).map((both) => both.join(''))
const sentence = stringMatching(/^[A-Za-z]{1,30}( [A-Za-z0-9-]{1,30}){0,8}$/)

it('an ordinary identifier is no part of a token', () => {
  const identifier = oneof(hex, bytes, base64String(), dotted, relay, prefixed, sentence, uuid(), emailAddress())
  assert(
    property(identifier, (text) => !holdsToken(text)),
    { numRuns: 5_000, seed: 8 },
  )
})
