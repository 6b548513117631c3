import 'server-only'
import { configuredSecrets } from '../config/config.ts'
import { MASKED_BRIEFLY as MASKED } from '../login-providers/provider-secrets.ts'
import { secretHolders } from '../login-providers/public-providers.ts'

const SECRET_NAME =
  /(secrets?|password|passphrase|accesskeyid|accesskey|secretkey|privatekey|apikey|authorization|cookie)$/i
const TOKEN_NAME = /(?<!next|pagination|continuation)token$/i
const TOKEN_VALUE = /\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g
const URL_PASSWORD = /(:\/\/[^\s:/@]*):[^\s/@]+@/g
/** What a service quotes of a request that it could not verify: the token that came with it, and its signature. */
const SIGNED = [
  [/(x-amz-security-token["']?\s*[:=]\s*["']?)[^\s"'&,;]+/gi, `$1${MASKED}`],
  [/\b(AWS4-HMAC-SHA256\s+)Credential=[^\n"']*/g, `$1${MASKED}`],
  [/\b((?:X-Amz-)?(?:Signature|Credential)=)[\w/+%=-]+/gi, `$1${MASKED}`],
] as const
const MAY_BE_SIGNED = /amz-security-token|Signature=|Credential=/i
const HOLDERS = secretHolders.map((name) => name.replaceAll('.', '\\.')).join('|')
/** A holder's name, what may stand between it and its value in JSON or other notation, and the value. */
const HOLDER_VALUE = new RegExp(
  `((?:${HOLDERS})[^\\w;]{1,40}(?:value[^\\w;]{1,40})?[\\w./-]{0,128});(?!•)[^\\s"'\\\\,}\\])]+`,
  'gi',
)

/**
 * A copy that is safe to keep and to show: secrets by name, tokens by name and by form, the values of a `logins`
 * object, passwords inside URLs, the secrets of the configuration, what signs a request, and what follows the consumer key in the value of a login provider that holds a
 * secret: under the provider's name, beside it, or in a text. Names, ids and everything else stay readable.
 */
export function mask(value: unknown): unknown {
  if (typeof value === 'string') return maskText(value)
  if (value instanceof Date) return value.toISOString()
  if (typeof value !== 'object' || value === null) return typeof value === 'bigint' ? String(value) : value
  return maskMembers(value)
}

/** The signs without which nothing can match are looked for first: a whole log is read through this. */
function maskText(text: string): string {
  let safe = maskJson(text)
  for (const secret of configuredSecrets()) if (safe.includes(secret)) safe = safe.replaceAll(secret, MASKED)
  if (MAY_BE_SIGNED.test(safe)) for (const [form, masked] of SIGNED) safe = safe.replaceAll(form, masked)
  if (safe.includes('eyJ')) safe = safe.replaceAll(TOKEN_VALUE, MASKED)
  if (safe.includes('://')) safe = safe.replaceAll(URL_PASSWORD, `$1:${MASKED}@`)
  return safe.includes(';') ? safe.replaceAll(HOLDER_VALUE, `$1;${MASKED}`) : safe
}

/** JSON as it is when nothing of it is secret. */
function maskJson(text: string): string {
  if (!/^\s*[[{]/.test(text)) return text
  try {
    const value: unknown = JSON.parse(text)
    const masked = JSON.stringify(mask(value))
    return masked === JSON.stringify(value) ? text : masked
  } catch {
    return text
  }
}

function maskMembers(value: object): unknown {
  const besideHolder = Object.values(value).some((member) => typeof member === 'string' && isHolder(member))
  const safe = (name: string, member: unknown) => {
    const masked = maskNamed(name, member)
    return besideHolder && isValue(name, masked) ? withoutEnd(masked) : masked
  }
  if (Array.isArray(value)) return value.map((member: unknown) => safe('', member))
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, safe(name, member)]))
}

const isHolder = (name: string): boolean => secretHolders.some((holder) => name.endsWith(holder))

/** Of what stands beside a provider's name a sentence is not its value. */
const isValue = (name: string, member: unknown): boolean =>
  /value$/i.test(name) || (typeof member === 'string' && /^[^\s;]*;\S/.test(member))

function maskNamed(name: string, value: unknown): unknown {
  if (value === null || value === undefined || typeof value === 'boolean') return value
  if (/logins$/i.test(name) && typeof value === 'object' && !Array.isArray(value))
    return Object.fromEntries(Object.keys(value).map((provider) => [provider, MASKED]))
  if (SECRET_NAME.test(name) || TOKEN_NAME.test(name)) return MASKED
  return isHolder(name) ? maskHeld(mask(value)) : mask(value)
}

/** A value of a provider that holds a secret, or several such as the one before and the one after. */
function maskHeld(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return withoutEnd(value)
  if (Array.isArray(value)) return value.map(withoutEnd)
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutEnd(inner)]))
}

const withoutEnd = (value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/;(?!•+$).*$/s, `;${MASKED}`) : value
