const publicProviders: Readonly<Record<string, string>> = {
  'accounts.google.com': 'Google',
  'api.twitter.com': 'Twitter',
  'appleid.apple.com': 'Apple',
  'graph.facebook.com': 'Facebook',
  'www.amazon.com': 'Amazon',
  'www.digits.com': 'Digits',
}

/** A login provider's name as people say it; the name itself where there is no shorter one. */
export function loginLabel(provider: string): string {
  const known = publicProviders[provider]
  if (known) return known
  const userPool = /^cognito-idp\.[\w-]+\.amazonaws\.com(?:\.cn)?\/([\w-]+)(?::(\w+))?$/.exec(provider)
  if (userPool) return userPool[2] ? `User pool ${userPool[1]}, app client ${userPool[2]}` : `User pool ${userPool[1]}`
  const saml = /^arn:aws[\w-]*:iam::\d+:saml-provider\/(.+)$/.exec(provider)
  if (saml) return `SAML ${saml[1]}`
  const oidc = /^arn:aws[\w-]*:iam::\d+:oidc-provider\/(.+)$/.exec(provider)
  return oidc ? `OIDC ${oidc[1]}` : provider
}
