import { invalidParameter, notAuthorized } from '../state/errors.ts'
import type { Pool } from '../state/pools.ts'
import type { RoleMappings } from '../state/shapes.ts'

type Providers = Pick<Pool, 'userPools' | 'oidcArns' | 'samlArns' | 'loginProviders'>

const USER_POOL = /^cognito-idp\.([a-z]{2,}(?:-[a-z]+)+-\d{1,2})\.amazonaws\.com(?:\.cn)?\/\1_[\da-zA-Z]+$/
const SOCIAL: ReadonlySet<string> = new Set([
  'graph.facebook.com',
  'accounts.google.com',
  'www.amazon.com',
  'api.twitter.com',
  'www.digits.com',
  'appleid.apple.com',
])
const OIDC_ARN = /^arn:aws[\w-]*:iam::\d{12}:oidc-provider\/\S+$/
const SAML_ARN = /^arn:aws[\w-]*:iam::\d{12}:saml-provider\/\S+$/
const ROLE_ARN = /^arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/

/** Refuses providers that the service does not take. Throws InvalidParameterException. */
export function checkProviders({ userPools, oidcArns, samlArns, loginProviders }: Providers) {
  const clients = (userPools ?? []).map(({ ProviderName = '', ClientId = '' }) => `${ProviderName}:${ClientId}`)
  const isRight = (userPools ?? []).every(({ ProviderName = '', ClientId }) => USER_POOL.test(ProviderName) && ClientId)
  if (!isRight || new Set(clients).size < clients.length) throw invalidParameter('Invalid Cognito Identity Provider')
  const social = Object.keys(loginProviders ?? {}).find((name) => !SOCIAL.has(name))
  if (social !== undefined) throw invalidParameter(`${social} is not a supported login provider.`)
  const oidc = oidcArns?.find((arn) => !OIDC_ARN.test(arn))
  if (oidc !== undefined) throw invalidParameter(`${oidc} is not the ARN of an OpenID Connect provider.`)
  const saml = samlArns?.find((arn) => !SAML_ARN.test(arn))
  if (saml !== undefined) throw invalidParameter(`${saml} is not the ARN of a SAML provider.`)
}

/** Refuses roles that are no ARN of one. Throws NotAuthorizedException. */
export function checkRoles(roles: Readonly<Record<string, string>>, mappings: RoleMappings) {
  const ofRules = Object.values(mappings).flatMap(({ RulesConfiguration }) => RulesConfiguration?.Rules ?? [])
  const wrong = [...Object.values(roles), ...ofRules.map(({ RoleARN }) => RoleARN)].find((arn) => !ROLE_ARN.test(arn))
  if (wrong !== undefined) throw notAuthorized(`Access to Role '${wrong}' is forbidden.`)
}

/** Refuses mappings of providers that the pool does not have. Throws InvalidParameterException. */
export function checkMappings(pool: Pool, mappings: RoleMappings) {
  const keys = new Set([
    ...(pool.userPools ?? []).map(({ ProviderName = '', ClientId = '' }) => `${ProviderName}:${ClientId}`),
    ...Object.keys(pool.loginProviders ?? {}),
    ...(pool.oidcArns ?? []),
    ...(pool.samlArns ?? []),
  ])
  const strange = Object.keys(mappings).find((key) => !keys.has(key))
  if (strange !== undefined)
    throw invalidParameter(`(${strange}) is not a valid RoleMapping ProviderName or is not a configured provider.`)
}
