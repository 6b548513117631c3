import type { ErrorShape } from '../core/errors.ts'

/** What a refusal of the service means for whoever tests, and the pool's page where it is put right. */
export type RefusalRemedy = { text: string; page: 'access' | 'roles' | null }

/** By the service’s name for the error and its words; the first that fits counts. */
const known: readonly [name: string, message: RegExp, RefusalRemedy][] = [
  [
    'NotAuthorizedException',
    /unauthenticated access is not supported/i,
    {
      text: 'Guest access is off in this pool. Turn it on under Access if guests are meant to come in, or test with a login.',
      page: 'access',
    },
  ],
  [
    'NotAuthorizedException',
    /access to identity .* is forbidden/i,
    {
      text: 'Nobody gets at this identity that way: it has logins, so it wants a token of one of them, or it is disabled, and then nothing opens it again. An app that kept its ID gets the same answer until it forgets it.',
      page: null,
    },
  ],
  [
    'NotAuthorizedException',
    /logins don't match/i,
    {
      text: 'The token is good, but of nobody whom this identity belongs to. Leave the identity ID out to see which identity the login has.',
      page: null,
    },
  ],
  [
    'NotAuthorizedException',
    /token (is )?expired/i,
    { text: 'The token ran out. Let the person sign in again and paste the new one.', page: null },
  ],
  [
    'NotAuthorizedException',
    /issuer doesn't match/i,
    { text: 'The token is of another provider than the one chosen. Choose the provider that issued it.', page: null },
  ],
  [
    'NotAuthorizedException',
    /missing a required claim: aud/i,
    { text: 'This is most likely an access token. The service wants the ID token that comes with it.', page: null },
  ],
  [
    'NotAuthorizedException',
    /pass in a cognito token/i,
    {
      text: 'This is a token of an identity pool, which proves no login. Paste the token of the provider instead.',
      page: null,
    },
  ],
  [
    'NotAuthorizedException',
    /incorrect token audience/i,
    {
      text: 'The provider is the pool’s, and the token is for another app. Compare its audience with the app IDs under Access.',
      page: 'access',
    },
  ],
  [
    'NotAuthorizedException',
    /not from a supported provider/i,
    {
      text: 'The pool does not name this provider, or not for the app that the token is for. Compare its audience with the app IDs under Access.',
      page: 'access',
    },
  ],
  [
    'NotAuthorizedException',
    /ambiguous role mapping/i,
    {
      text: 'The provider’s role mapping chooses no role for this token and denies then. The simulator under Roles shows why, rule by rule.',
      page: 'roles',
    },
  ],
  [
    'NotAuthorizedException',
    /invalid login token/i,
    { text: 'The service cannot use this token: it is damaged, or its signature is not the provider’s.', page: null },
  ],
  [
    'InvalidIdentityPoolConfigurationException',
    /./,
    {
      text: 'Either no role is set for this kind of user, or the role’s trust policy does not let this pool assume it: it has to trust cognito-identity.amazonaws.com, with this pool’s ID as the audience and “authenticated” or “unauthenticated” as amr, and to allow sts:TagSession where principal tags are on. Roles shows both.',
      page: 'roles',
    },
  ],
  [
    'InvalidParameterException',
    /basic \(classic\) flow is not enabled/i,
    {
      text: 'The basic flow is off, as it should be unless an app calls GetOpenIdToken itself. The enhanced flow gives credentials all the same.',
      page: 'access',
    },
  ],
  [
    'InvalidParameterException',
    /not supported with rolemappings/i,
    {
      text: 'A pool with role mappings answers the enhanced flow only, whatever its basic flow is set to.',
      page: 'roles',
    },
  ],
  [
    'InvalidParameterException',
    /developer provider/i,
    { text: 'The pool’s developer provider has another name than this page read. Reload the page.', page: null },
  ],
  [
    'ResourceNotFoundException',
    /./,
    {
      text: 'The pool or the identity is not there any more, or is of another account. An app that kept the ID of a deleted identity gets the same answer.',
      page: null,
    },
  ],
  [
    'ResourceConflictException',
    /./,
    {
      text: 'The login belongs to another identity, or the identity has a login of this provider as somebody else. Leave the identity ID out to see which identity the login has.',
      page: null,
    },
  ],
  [
    'ExternalServiceException',
    /./,
    {
      text: 'The service could not ask the login provider, for instance for its keys. See whether the provider answers, then test again.',
      page: null,
    },
  ],
]

/** The errors whose meaning is known, in words without an end: what apps told may be cut or wrapped. */
export const knownRefusals = known

/** What a refusal means and what to do; null where the error's own hint says it all. */
export function remedyOf({ awsName, message }: ErrorShape): RefusalRemedy | null {
  return known.find(([name, words]) => name === awsName && words.test(message))?.[2] ?? null
}
