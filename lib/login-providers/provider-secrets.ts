import { loginProvider } from './login-provider.ts'

/** What stands in place of a secret wherever a pool is shown. */
export const MASKED = '••••••••'

/** The same as the log and the audit keep it. */
export const MASKED_BRIEFLY = MASKED.slice(0, 3)

/** A social login's value in its parts: app ids, or the consumer key and its secret. None when there is no value. */
export const valueParts = (value: string | undefined): string[] => value?.split(';') ?? []

export const consumerKeyOf = (value: string | undefined): string => valueParts(value)[0] ?? ''

/** What of a provider's value must not be told; empty when that is nothing, or hidden already. */
export function secretOf(provider: string, value: string): string {
  const end = value.indexOf(';')
  if (end < 0 || loginProvider(provider).secret === null) return ''
  return /^•+$/.test(value.slice(end + 1)) ? '' : value.slice(end + 1)
}

/** A provider's value as it may be shown: it keeps its consumer key and loses its secret. */
export const withoutSecret = (provider: string, value: string): string =>
  value.includes(';') && loginProvider(provider).secret !== null ? `${consumerKeyOf(value)};${MASKED}` : value

/** Login providers as they may be shown. */
export const withoutSecrets = (providers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(providers).map(([provider, value]) => [provider, withoutSecret(provider, value)]))
