import { loginProvider } from '../login-providers/login-provider.ts'
import { MASKED, secretOf } from '../login-providers/provider-secrets.ts'

/** The secret's name of a login provider in snake case, as a variable that whoever runs the code sets. */
const secretName = (provider: string): string => loginProvider(provider).secret ?? 'provider_consumer_secret'

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

/** The secrets among login providers' values, by provider. */
export const secretsOf = (providers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(providers)
      .map(([provider, value]) => [provider, secretOf(provider, value)] as const)
      .filter(([, secret]) => secret !== ''),
  )

/** `twitter_consumer_secret` as `TwitterConsumerSecret`. */
export const pascalCase = (name: string): string =>
  name.replaceAll(/(?:^|_)(.)/g, (_, first: string) => first.toUpperCase())

/** The same as `twitterConsumerSecret`. */
export const camelCase = (name: string): string => pascalCase(name).replace(/^./, (first) => first.toLowerCase())
