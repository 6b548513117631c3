const MASKED = '•••'
const SECRET_NAME =
  /(secrets?|password|passphrase|accesskeyid|accesskey|secretkey|privatekey|apikey|authorization|cookie)$/i
const TOKEN_NAME = /(?<!next|pagination|continuation)token$/i
const TOKEN_VALUE = /\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g
const URL_PASSWORD = /(:\/\/[^\s:/@]*):[^\s/@]+@/g
const TWITTER = 'api.twitter.com'

/**
 * A copy that is safe to keep: secrets by name, tokens by name and by form, the values of a `logins` object, passwords
 * inside URLs, and what follows the consumer key in Twitter's value. Names, ids and everything else stay readable.
 */
export function mask(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(TOKEN_VALUE, MASKED).replaceAll(URL_PASSWORD, `$1:${MASKED}@`)
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(mask)
  if (typeof value !== 'object' || value === null) return typeof value === 'bigint' ? String(value) : value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, maskNamed(name, inner)]))
}

function maskNamed(name: string, value: unknown): unknown {
  if (value === null || value === undefined || typeof value === 'boolean') return value
  if (name === TWITTER && typeof value === 'string') return value.replace(/;.*$/s, `;${MASKED}`)
  if (/logins$/i.test(name) && typeof value === 'object' && !Array.isArray(value))
    return Object.fromEntries(Object.keys(value).map((provider) => [provider, MASKED]))
  return SECRET_NAME.test(name) || TOKEN_NAME.test(name) ? MASKED : mask(value)
}
