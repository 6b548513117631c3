import { loginProvider } from '../../login-providers/login-provider.ts'
import { MASKED } from '../../login-providers/provider-secrets.ts'

const words = '(?:masked|redacted|hidden|secret|removed|filtered|sensitive|sensitive value|known after apply)'
const wrapped = [
  ['\\*+\\s*', '\\s*\\*+'],
  ['<\\s*', '\\s*>'],
  ['\\(\\s*', '\\s*\\)'],
  ['\\[\\s*', '\\s*\\]'],
  ['_{2,}', '_{2,}'],
].map(([open, end]) => `${open}${words}${end}`)
const MASK = new RegExp(`^(?:\\*{3,}|•{3,}|${wrapped.join('|')})$`, 'i')

/** Whether a text stands in place of a value that was hidden or is not known: `****`, `<redacted>`, `(sensitive value)`. */
export const saysMasked = (text: string): boolean => MASK.test(text.trim())

/** The value of a login provider with a secret that is masked as Lifeguard does it, which is asked for then. */
export function withMaskedSecret(provider: string, value: string): string {
  if (loginProvider(provider).secret === null) return value
  const [key = '', ...rest] = value.split(';')
  const secret = rest.join(';')
  if (rest.length === 0) return saysMasked(value) ? MASKED : value
  return saysMasked(secret) && !saysMasked(key) ? `${key};${MASKED}` : value
}
