import { loginProvider } from '../login-providers/login-provider.ts'
import { isLikely, withoutMarks } from './likely-words.ts'
import { plainText } from './plain-text.ts'
import { withoutWrapping } from './without-wrapping.ts'

const NAME =
  '(?:(?:developer|source|destination|external|current|app|auth|login)[ _-]?)?user[ ._-]?(?:identifier|id|name|no|number)?|(?:customer|member|client)[ ._-]?(?:id|no|number)?|person[ _-]?id|uid|sub|subject|e-?mail'
/** What programs put before a name: `x-user`, `request.user`, `APP_USER_ID`. */
const PREFIX = '(?:[a-z][a-z0-9]{0,20}[._-]){0,4}'
/** A value under a name that people give to identifiers: `"userId": "48213"`, `user=48213`, `user '48213'`. */
const KEYED = new RegExp(
  `(?<![\\w.-])(?:["']${PREFIX}(?:${NAME})["']\\s*[:=]\\s*|${PREFIX}(?:${NAME})\\s*=\\s*|${PREFIX}(?:${NAME}):\\s+|x-${PREFIX}(?:${NAME}):|(?:${NAME})\\s+(?=["'])|--${PREFIX}(?:${NAME})\\s+(?!-))(?:"([^"]+)"|'([^']+)'|([^\\s"',;&}]+))`,
  'gi',
)
/** One in a sentence: `user jane-48213 failed`. */
const SAID = new RegExp(`(?<![\\w.-])(?:${NAME})\\s+(?=[^\\s"'=]*\\d)([^\\s"',;&}=]+)(?![="'])`, 'gi')
const SEGMENT = /\/(?:users?|customers?|people|members?)\/([^\s/?#"'`<>&,;)\]}\\]+)/gi
/** What stands in the place of a person and is none. */
const NOBODY = /^(?:me|self|new|search|null|undefined|none|true|false|[{:$<*].*)$/i
const LOGINS = /["']?\blogins["']?\s*[:=]\s*\{([^{}]*)\}/gi
const LOGIN = /["']([^"']+)["']\s*[:=]\s*["']([^"']+)["']/g
const TYPED_LOGINS = /--logins\s+["']?([^\s"']+)/gi
/** Characters of a text that may name users. */
const MOST = 20_000

/** The users whom a text names as such, whatever else it names. */
export function namedUsersIn(text: string): string[] {
  if (text.length > MOST) return []
  const plain = plainText(text).replaceAll('\0', '')
  const keyed = [...plain.matchAll(KEYED)].map(([, double, single, naked]) => double ?? single ?? naked ?? '')
  const said = [...plain.matchAll(SAID)].map(([, word = '']) => withoutMarks(word)).filter(isLikely)
  const named = [...keyed, ...said, ...ofLogins(plain), ...segmentsOf(text, plain)].map(withoutWrapping)
  return [...new Set(named)].filter((user) => user !== '' && !NOBODY.test(user))
}

/** A segment ends where the address as it was copied says so: an escaped blank or slash is a part of it. */
function segmentsOf(text: string, plain: string): string[] {
  const copied = [...text.matchAll(SEGMENT)]
  const all = copied.length > 0 ? copied : [...plain.matchAll(SEGMENT)]
  return all.map(([, segment = '']) => plainText(segment).replaceAll('\0', ''))
}

/** What stands under the name of a developer provider; under any other there is a token. */
function ofLogins(plain: string): string[] {
  const inBraces = [...plain.matchAll(LOGINS)].flatMap(([, members = '']) => [...members.matchAll(LOGIN)])
  const typed = [...plain.matchAll(TYPED_LOGINS)].flatMap(([, list = '']) =>
    list.split(',').map((pair) => ['', ...pair.split('=', 2)]),
  )
  return [...inBraces, ...typed].flatMap(([, provider = '', user = '']) =>
    loginProvider(provider).kind === 'developer' ? [user] : [],
  )
}
