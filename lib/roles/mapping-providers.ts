import type { Pool } from '../pools/pool.ts'

type Providers = Pick<Pool, 'userPools' | 'loginProviders' | 'oidcProviderArns' | 'samlProviderArns'>

/** A user pool's key among the role mappings: unlike its login's name it ends with the app client. */
const userPoolKey = (providerName: string, clientId: string): string => `${providerName}:${clientId}`

/** The keys of role mappings that a pool's login providers may have, in the order in which the pages list them. */
export const mappingProviders = ({ userPools, loginProviders, oidcProviderArns, samlProviderArns }: Providers) => [
  ...new Set([
    ...userPools.map(({ providerName, clientId }) => userPoolKey(providerName, clientId)),
    ...Object.keys(loginProviders),
    ...oidcProviderArns,
    ...samlProviderArns,
  ]),
]

const USER_POOL = /^(cognito-idp\.[\w-]+\.amazonaws\.com(?:\.cn)?\/[\w-]+)(?::\w+)?$/
const OIDC_ARN = /^arn:aws[\w-]*:iam::\d+:oidc-provider\/(.+)$/

/** Whether a mapping is of a user pool; only their tokens can name roles. */
export const isUserPoolKey = (key: string): boolean => USER_POOL.test(key)

/** The name of a mapping's provider among an identity's logins: without the app client, of OpenID Connect the issuer. */
export const loginName = (key: string): string => USER_POOL.exec(key)?.[1] ?? OIDC_ARN.exec(key)?.[1] ?? key
