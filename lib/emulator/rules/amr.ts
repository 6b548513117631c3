import type { JWTPayload } from 'jose'
import type { ProvenLogin } from './prove-logins.ts'

/** How the user proved to be who they are: the `amr` claim that trust policies test. */
export function amrOf(session: { logins: readonly ProvenLogin[]; developerToken: JWTPayload | null }): string[] {
  const { logins, developerToken } = session
  if (logins.length === 0 && !developerToken) return ['unauthenticated']
  const earlier = Array.isArray(developerToken?.['amr']) ? developerToken['amr'].map(String) : []
  const names = logins.flatMap(({ provider, subject }) =>
    provider.startsWith('cognito-idp.') ? [provider, `${provider}:CognitoSignIn:${subject}`] : [provider],
  )
  return [...new Set(['authenticated', ...earlier, ...names])]
}
