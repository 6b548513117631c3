/** Temporary AWS credentials as the service gave them. `expiresAt` is epoch milliseconds. */
export type SessionKeys = {
  accessKeyId: string
  secretAccessKey: string
  sessionToken: string
  expiresAt: number | null
}

/**
 * The role that a session has, which the service's answer does not name: by STS, asked with the session's own keys, or
 * by a session token in clear text. Null where neither says it. STS leaves a role's path out.
 */
export type SessionRole = { roleArn: string; by: 'sts' | 'session-token' } | null
