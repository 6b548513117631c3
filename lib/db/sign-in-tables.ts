/**
 * Who signed in: the subject of an issuer, with the values that its claim had at the last sign-in (JSON). What they may
 * do follows from those and the configuration, and counts for all their sessions.
 */
export type PersonTable = {
  person_id: string
  issuer: string
  subject: string
  name: string
  role_values: string
  signed_in_at: number
}

/**
 * One browser of a person. `token_hash`: the SHA-256 of what its cookie holds, in hex; `session_id` names it to people.
 * `signed_in_at`: when the person last proved who they are. Columns ending in `_at` are milliseconds since 1970.
 */
export type SessionTable = {
  token_hash: string
  session_id: string
  person_id: string
  way: 'link' | 'oidc'
  /** The provider's own name of the session (`sid`). */
  provider_session: string | null
  address: string | null
  agent: string | null
  signed_in_at: number
  seen_at: number
  ends_at: number
}

/** A link that signs in once. */
export type SignInLinkTable = { token_hash: string; made_by: string; ends_at: number }

/** Somebody who is on the way to the provider and back, in one browser. */
export type SignInAttemptTable = {
  state_hash: string
  browser_hash: string
  nonce: string
  verifier: string
  return_to: string
  ends_at: number
}

/** What a program shows in the place of a person; `connections` and `permissions` are JSON. */
export type AccessTokenTable = {
  token_id: string
  token_hash: string
  name: string
  role: string
  connections: string
  permissions: string
  made_by: string
  made_by_name: string
  made_at: number
  ends_at: number
  used_at: number | null
  revoked_at: number | null
}
