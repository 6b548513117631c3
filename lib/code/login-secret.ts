import { MASKED, withoutSecrets } from '../login-providers/provider-secrets.ts'

const owners: Readonly<Record<string, string>> = { 'api.twitter.com': 'twitter', 'www.digits.com': 'digits' }

/** The secret's name of a login provider in snake case, as a variable that whoever runs the code sets. */
const secretName = (provider: string): string => `${owners[provider] ?? 'provider'}_consumer_secret`

/** What is known of a login provider's value and the name of the secret that follows it; null when it hides none. */
export function loginSecret(provider: string, value: string): { known: string; name: string } | null {
  if (!value.endsWith(MASKED)) return null
  return { known: value.slice(0, -MASKED.length), name: secretName(provider) }
}

/** Login providers with their values; of one that hides a secret, what `write` makes of what is known and the secret's name. */
export const loginValues = <T>(
  providers: Record<string, string>,
  write: (known: string, name: string) => T,
): Record<string, string | T> =>
  Object.fromEntries(
    Object.entries(providers).map(([provider, value]) => {
      const secret = loginSecret(provider, value)
      return [provider, secret ? write(secret.known, secret.name) : value]
    }),
  )

/** All secrets of a pool's login providers, in the providers' order. */
export const loginSecrets = (providers: Record<string, string>): { known: string; name: string }[] =>
  Object.entries(providers).flatMap(([provider, value]) => loginSecret(provider, value) ?? [])

/** What is hidden of login providers' values wherever they are shown, by provider. */
export function hiddenSecrets(providers: Record<string, string>): Record<string, string> {
  const shown = Object.entries(withoutSecrets(providers))
  const secrets = shown.flatMap(([provider, value]) => {
    const secret = loginSecret(provider, value)
    const hidden = secret ? (providers[provider] ?? '').slice(secret.known.length) : ''
    return hidden === '' || hidden === MASKED ? [] : [[provider, hidden] as const]
  })
  return Object.fromEntries(secrets)
}

/** `twitter_consumer_secret` as `TwitterConsumerSecret`. */
export const pascalCase = (name: string): string =>
  name.replaceAll(/(?:^|_)(.)/g, (_, first: string) => first.toUpperCase())
