/** A user pool or an app client. */
export type NamedThing = { id: string; name: string }

/** ARNs of IAM's identity providers. */
export type IdentityProviders = { oidc: string[]; saml: string[] }
