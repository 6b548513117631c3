import type { JWTPayload } from 'jose'
import type { World } from '../state/world.ts'
import { COGNITO_PROVIDER, tagsOfClaims } from './openid-token.ts'
import type { Context } from './policy-condition.ts'

/** What STS knows of a request to take a role with one of our tokens; a session without tags has no `aws:TagKeys`. */
export function sessionContext(world: World, of: { claims: JWTPayload; session: string }): Context {
  const { claims, session } = of
  const tags = Object.entries(tagsOfClaims(claims))
  const now = new Date(world.clock.now())
  const amr: unknown = claims['amr']
  const known: [string, readonly string[]][] = [
    [`${COGNITO_PROVIDER}:aud`, [claims.aud ?? []].flat()],
    [`${COGNITO_PROVIDER}:sub`, [claims.sub ?? '']],
    [`${COGNITO_PROVIDER}:amr`, Array.isArray(amr) ? amr.map(String) : []],
    ['sts:RoleSessionName', [session]],
    ['aws:FederatedProvider', [COGNITO_PROVIDER]],
    ['aws:CurrentTime', [now.toISOString()]],
    ['aws:EpochTime', [String(Math.floor(now.getTime() / 1000))]],
    ['aws:SecureTransport', ['true']],
    ...tags.map(([tag, value]): [string, string[]] => [`aws:RequestTag/${tag}`, [value]]),
    ...(tags.length > 0 ? [['aws:TagKeys', tags.map(([tag]) => tag)] as [string, string[]]] : []),
  ]
  return new Map(known.map(([key, values]) => [key.toLowerCase(), values]))
}
