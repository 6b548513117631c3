/** What a pool uses a role for; `providers` are the names of its login providers, null where they are not known. */
export type TrustUse = {
  poolId: string
  users: 'authenticated' | 'unauthenticated'
  providers: readonly string[] | null
}

/**
 * `unreadable`, `principal`, `action`, `key`, `pool`, `users`, `provider`: the pool cannot hand out the role. `any-pool`:
 * every identity pool of every account may assume it. `guests`: guests may take a role that is meant for users.
 * `any-users`: signed-in users may take the guest role. `some-providers`: only users of some providers get it.
 * `one-identity`: only identities that are named get it.
 * `tag-session`: attributes for access control do not work with it. `void-key`: a condition is on a key that is never
 * sent, although somebody may take the role.
 */
export type TrustCode =
  | 'unreadable'
  | 'principal'
  | 'action'
  | 'key'
  | 'pool'
  | 'users'
  | 'provider'
  | 'any-pool'
  | 'guests'
  | 'any-users'
  | 'some-providers'
  | 'one-identity'
  | 'tag-session'
  | 'void-key'

/** `blocks`: no credentials at all; `warns`: more get in than should; `notes`: good to know. */
export type TrustFinding = { code: TrustCode; severity: 'blocks' | 'warns' | 'notes'; message: string }

export const finding = (code: TrustCode, severity: TrustFinding['severity'], message: string): TrustFinding => ({
  code,
  severity,
  message,
})
