import { answered, instead, refused, stranger, type Answer, type Trouble } from './troubled-endpoint-for-tests.ts'

const html = '<!doctype html><html><body>Sign in to the network</body></html>'
const JSON_TYPE = 'application/x-amz-json-1.1'
const login = { location: 'https://proxy.example/login' }

/** How an act ends when its write meets a trouble: as its own answer says, or not to be known. */
export type Ending = 'succeeded' | 'failed' | 'unknown'

type Case = [what: string, trouble: Trouble, ends: Ending]

/** What may become of a write that was sent. */
export const writeTroubles: Case[] = [
  ['answered', answered, 'succeeded'],
  ['refused', refused('InvalidParameterException'), 'failed'],
  ['denied', refused('AccessDeniedException'), 'failed'],
  ['refused for its credentials', refused('ExpiredTokenException'), 'failed'],
  ['throttled', refused('TooManyRequestsException'), 'failed'],
  ['refused with a status alone', refused('ServiceUnavailableException', 503), 'failed'],
  ['cut before it arrived', async () => null, 'unknown'],
  ['cut after', instead(() => null), 'unknown'],
  ['cut in its answer', instead((answer) => ({ ...answer, cut: true })), 'unknown'],
  ['an internal error', refused('InternalErrorException', 500), 'unknown'],
  ['an internal error after it took effect', instead(() => stranger(500, 'text/plain', 'Oops')), 'unknown'],
]

/** Answers that say nothing of the call. */
export const unreadable: [what: string, answer: Answer][] = [
  ['HTML', stranger(200, 'text/html', html)],
  ['cut JSON', stranger(200, JSON_TYPE, '{"IdentityPoolId":"us-ea')],
  ['a redirect', stranger(302, 'text/html', html, login)],
  ['an empty 200', stranger(200, 'text/plain', '')],
  ["a proxy's 502", stranger(502, 'text/plain', 'Bad Gateway')],
]

/** More of them, which are told as those. */
export const moreUnreadable: [what: string, answer: Answer][] = [
  ...unreadable,
  ['HTML as JSON', stranger(200, JSON_TYPE, html)],
  ['a JSON list', stranger(200, JSON_TYPE, '[]')],
  ['a JSON text', stranger(200, JSON_TYPE, '"done"')],
  ['a redirect that keeps the method', stranger(307, 'text/html', '', login)],
  ["a proxy's 403", stranger(403, 'text/html', html)],
  ["a proxy's 429", stranger(429, 'text/html', html)],
  ["a proxy's 503", stranger(503, 'text/html', html)],
  ["a proxy's 504", stranger(504, 'text/html', html)],
  ['an empty 403', stranger(403, 'text/plain', '')],
  ['an empty 503', stranger(503, 'text/plain', '')],
]

/** What may become of a read. */
export const readTroubles: [what: string, trouble: Trouble][] = [
  ['is cut each time', async () => null],
  ['is denied', refused('AccessDeniedException')],
  ['is throttled', refused('TooManyRequestsException')],
  ['meets an internal error', refused('InternalErrorException', 500)],
  ['is answered with HTML', async () => stranger(200, 'text/html', html)],
  ['is answered with nothing', async () => stranger(200, 'text/plain', '')],
]
