/** What an app hands over to prove a login. */
export type TokenForm = 'id-token' | 'access-token' | 'saml-assertion'

export type PublicProvider = {
  kind: 'social'
  label: string
  /** The field for its app id in forms; null where its value is more than an app id, or it is retired. */
  appId: { label: string; hint: string } | null
  /** In snake case what follows the first semicolon of its value, which must never be told; null when nothing does. */
  secret: string | null
  token: TokenForm
  /** Nobody can sign in with it any more. */
  retired: boolean
  /** The claims of its tokens that role rules see; null when they see all. */
  claims: readonly string[] | null
}

export const TWITTER = 'api.twitter.com'

const social = { kind: 'social', secret: null, token: 'id-token', retired: false, claims: null } as const
const withAccessToken = { ...social, token: 'access-token', claims: ['iss', 'aud', 'sub'] } as const
const withConsumerSecret = { ...social, token: 'access-token', appId: null } as const

/** The login providers that go by one name everywhere, in the order in which forms show them. */
export const publicProviders: Readonly<Record<string, PublicProvider>> = {
  'accounts.google.com': {
    ...social,
    label: 'Google',
    appId: {
      label: 'Google client ID',
      hint: 'An OAuth client ID of Google Cloud. Apps send Google’s ID token.',
    },
  },
  'appleid.apple.com': {
    ...social,
    label: 'Apple',
    appId: {
      label: 'Apple services ID',
      hint: 'A services ID, or the bundle ID of a native app. Apps send Apple’s ID token.',
    },
  },
  'graph.facebook.com': {
    ...withAccessToken,
    label: 'Facebook',
    appId: {
      label: 'Facebook app ID',
      hint: 'Apps send Facebook’s access token. Rules see the claims iss, aud and sub only.',
    },
  },
  'www.amazon.com': {
    ...withAccessToken,
    label: 'Amazon',
    appId: { label: 'Amazon app ID', hint: 'An ID of Login with Amazon. Apps send Amazon’s access token.' },
  },
  [TWITTER]: { ...withConsumerSecret, label: 'Twitter', secret: 'twitter_consumer_secret' },
  'www.digits.com': { ...withConsumerSecret, label: 'Digits', secret: 'digits_consumer_secret', retired: true },
}

/** Those whose value ends with a secret. */
export const secretHolders: readonly string[] = Object.keys(publicProviders).filter(
  (name) => publicProviders[name]?.secret,
)
