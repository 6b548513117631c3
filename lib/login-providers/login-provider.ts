import { patterns } from '../core/limits.ts'
import { publicProviders, type PublicProvider } from './public-providers.ts'

export type LoginProvider = Omit<PublicProvider, 'kind'> & {
  /** By its name alone an OpenID Connect issuer without a path looks like a developer provider. */
  kind: 'user-pool' | 'oidc' | 'saml' | 'social' | 'developer' | 'identity-pool'
  /** Its name among an identity's logins: of a user pool without the app client, of OpenID Connect the issuer. */
  login: string
  /** The app client that a user pool's key among the role mappings ends with. */
  clientId: string | null
}

const USER_POOL = /^(cognito-idp\.[^:]+)(?::(.+))?$/
const IDENTITY_POOL = /^cognito-identity(?:-us-gov)?\.amazonaws\.com(?:\.cn)?$/
const IAM_PROVIDER = /^arn:aws[\w-]*:iam::\d+:(oidc|saml)-provider\/(.+)$/

export const oidcProviderArn = /^arn:aws[\w-]*:iam::\d{12}:oidc-provider\/\S+$/
export const samlProviderArn = /^arn:aws[\w-]*:iam::\d{12}:saml-provider\/\S+$/

/** What is known of a login provider by its name in a pool, in an identity's logins or among role mappings. */
export function loginProvider(name: string): LoginProvider {
  const known = Object.hasOwn(publicProviders, name) ? publicProviders[name] : undefined
  return {
    ...plain,
    label: name,
    login: name,
    ...(known ?? userPool(name) ?? iamProvider(name) ?? otherProvider(name)),
  }
}

const plain = { appId: null, secret: null, token: 'id-token', retired: false, claims: null, clientId: null } as const

function userPool(name: string) {
  const [, login, clientId = null] = USER_POOL.exec(name) ?? []
  if (login === undefined) return null
  const pool = `User pool ${login.slice(login.indexOf('/') + 1)}`
  return { kind: 'user-pool', login, clientId, label: clientId ? `${pool}, app client ${clientId}` : pool } as const
}

function iamProvider(name: string) {
  const [, kind, provider] = IAM_PROVIDER.exec(name) ?? []
  if (provider === undefined) return null
  return kind === 'saml'
    ? ({ kind, label: `SAML ${provider}`, token: 'saml-assertion' } as const)
    : ({ kind: 'oidc', label: `OIDC ${provider}`, login: provider } as const)
}

function otherProvider(name: string): Pick<LoginProvider, 'kind'> {
  if (IDENTITY_POOL.test(name)) return { kind: 'identity-pool' }
  return { kind: patterns.developerProviderName.test(name) ? 'developer' : 'oidc' }
}

export const loginName = (name: string): string => loginProvider(name).login
