import { loginProvider } from '../../login-providers/login-provider.ts'
import { MASKED } from '../../login-providers/provider-secrets.ts'
import { isAsk, isPart, type ToldValue } from '../told/told.ts'
import { withMaskedSecret } from './masked-value.ts'

/** The value of a login provider, of which only the secret may be hidden: that is asked for when the pool is made. */
export function loginValue(provider: string, told: ToldValue): ToldValue {
  if (loginProvider(provider).secret === null) return told
  if (typeof told === 'string') return withMaskedSecret(provider, told)
  if (isAsk(told)) return told.isHidden === true ? MASKED : told
  if (!isPart(told) || told.is !== 'text') return told
  const [known, hidden, ...more] = told.parts
  const isSecret = hidden !== undefined && isAsk(hidden) && hidden.isHidden === true && more.length === 0
  return isSecret && typeof known === 'string' && known.indexOf(';') === known.length - 1 ? `${known}${MASKED}` : told
}
