import { isId } from '../core/limits.ts'
import { isolated } from '../core/isolated.ts'
import { userPoolName } from './user-pool-name.ts'

/** Where a name nearly is a login provider's: the provider that is meant, and the difference in a sentence. */
export type NearProvider = { provider: string; difference: string }

type Slip = { difference: string; without: (name: string) => string }

const OF_USER_POOL = /^cognito-idp\.([\w-]+)\.amazonaws\.com(?:\.cn)?\/[a-z-]+\d_(\w+)$/

/** One slip at a time, and at the end all of those before. */
const SLIPS: readonly Slip[] = [
  { difference: 'https:// before it', without: (name) => name.replace(/^https?:\/\//i, '') },
  { difference: 'a slash at its end', without: (name) => name.replace(/\/+$/, '') },
  { difference: 'an app client after it', without: (name) => name.replace(/^(cognito-idp\.[^:]+):\w+$/, '$1') },
  { difference: 'capital letters', without: (name) => name.toLowerCase() },
  { difference: '_ in place of -, or the other way round', without: (name) => name.replaceAll('_', '-') },
  { difference: 'a colon in place of a full stop or slash', without: (name) => name.replaceAll(/[:./]/g, '.') },
  { difference: 'the Region', without: (name) => name.replace(OF_USER_POOL, 'cognito-idp/$2') },
]

/**
 * The provider among these that a name was meant to be: the key of an app's `Logins`, or a token's issuer. Null when
 * the name is one of them, or near none.
 */
export function nearProvider(name: string, providers: readonly string[]): NearProvider | null {
  if (providers.includes(name)) return null
  const poolInIt = userPoolName(name)
  const ofPool = poolInIt.ok ? providers.find((one) => one === poolInIt.name) : undefined
  if (ofPool !== undefined) return { provider: ofPool, difference: formOf(name) }
  for (const { difference, without } of SLIPS) {
    const provider = providers.find((one) => without(one) === without(name))
    if (provider !== undefined) return { provider, difference }
  }
  const loosely = (one: string) => SLIPS.slice(0, -1).reduce((left, { without }) => without(left), one)
  const provider = providers.find((one) => loosely(one) === loosely(name))
  if (provider !== undefined) return { provider, difference: 'several signs' }
  const [userPool, ...others] = providers.filter((one) => one.startsWith('cognito-idp.'))
  const [, ending = ''] = /^cognito-idp\.[^/]+\/(.+)$/.exec(name) ?? []
  const isMeant = userPool !== undefined && others.length === 0
  if (isMeant && isId(ending)) return { provider: userPool, difference: 'the ID of an identity pool in it' }
  if (isMeant && /\((?:null|undefined)\)|undefined/.test(name))
    return { provider: userPool, difference: 'an empty value of the app in it' }
  return null
}

function formOf(name: string): string {
  if (name.startsWith('arn:')) return 'the ARN of the user pool in place of its name'
  if (/^https:/i.test(name)) return name.endsWith('/') ? 'https:// and a slash around it' : 'https:// before it'
  return name.endsWith('/') ? 'a slash at its end' : 'the ID of the user pool in place of its name'
}

/** The difference of two names in a sentence; `what` says what the first one is. */
export const nearSentence = (what: string, name: string, { provider, difference }: NearProvider): string =>
  `${what} ${isolated(name)} is nearly ${isolated(provider)}: the difference is ${difference}. The service compares them letter by letter.`
