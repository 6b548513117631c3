import { COGNITO_ISSUER, keySet } from '../rules/openid-token.ts'
import type { World } from '../state/world.ts'
import { noPath } from './wire.ts'

const KEYS = '/.well-known/jwks_uri'

/** What a relying party needs to check the tokens: the provider's description, and its keys at this very server. */
export async function discover(world: World, request: Request, path: string): Promise<Response> {
  const headers = { 'access-control-allow-origin': '*' }
  if (path === KEYS) return Response.json(await keySet(world), { headers })
  if (path !== '/.well-known/openid-configuration') throw noPath(path)
  const configuration = {
    issuer: COGNITO_ISSUER,
    jwks_uri: `http://${request.headers.get('host') ?? 'localhost'}${KEYS}`,
    authorization_endpoint: COGNITO_ISSUER,
    subject_types_supported: ['public'],
    response_types_supported: ['token'],
    id_token_signing_alg_values_supported: ['RS512'],
  }
  return Response.json(configuration, { headers })
}
