export const TWITTER = 'api.twitter.com'

/** The phone sign-in that Twitter retired; its value has the form of Twitter's. */
export const DIGITS = 'www.digits.com'

/** What stands in place of a secret wherever a pool is shown; the value of Twitter and Digits is `consumer key;consumer secret`. */
export const MASKED = '••••••••'

/** Login providers as they may be shown: the values of Twitter and Digits keep their consumer key and lose their secret. */
export const withoutSecrets = (providers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(providers).map(([provider, value]) => [provider, withoutSecret(provider, value)]))

function withoutSecret(provider: string, value: string): string {
  const end = value.indexOf(';')
  return end < 0 || ![TWITTER, DIGITS].includes(provider) ? value : `${value.slice(0, end)};${MASKED}`
}
